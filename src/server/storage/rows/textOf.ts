/** All words that a person put into the body of a message, for whatever judges or excerpts them: text, caption, question and answers, names of files, people and places. */
export function textOf(body: Readonly<Record<string, unknown>>): string {
  const { x, o, f } = body;
  const names = Array.isArray(f) ? f.map((part: unknown) => (part as { n?: unknown } | null)?.n) : [];
  const answers: unknown[] = Array.isArray(o) ? o : [];
  return [x, ...answers, ...names].filter((word) => typeof word === 'string').join('\n');
}
