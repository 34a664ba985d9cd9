/**
 * Collects what a story writes to `console.error` (React's warnings among it), from before its first render on. `finish` puts the console
 * back and throws when there was anything: a story that complains is a failed story.
 */
export function watchConsole(): { finish: () => void } {
  const original = console.error;
  const complaints: string[] = [];
  console.error = (...parts: unknown[]) => {
    complaints.push(parts.map(String).join(' '));
    original(...parts);
  };
  return {
    finish() {
      console.error = original;
      if (complaints.length > 0) throw new Error(`The story wrote to console.error:\n${complaints.join('\n')}`);
    },
  };
}
