export type MarkedTextProps = {
  text: string;
  /** `[start, length]` in UTF-16 units, in order, apart */
  spans: readonly (readonly [number, number])[];
  lang?: string | undefined;
};

/** A text with the caught parts marked, by ground and weight. */
export function MarkedText({ text, spans, lang }: MarkedTextProps) {
  const pieces: { at: number; text: string; isMarked: boolean }[] = [];
  let end = 0;
  for (const [start, length] of spans) {
    if (start < end || start + length > text.length) continue;
    if (start > end) pieces.push({ at: end, text: text.slice(end, start), isMarked: false });
    pieces.push({ at: start, text: text.slice(start, start + length), isMarked: true });
    end = start + length;
  }
  if (end < text.length) pieces.push({ at: end, text: text.slice(end), isMarked: false });
  return (
    <p lang={lang} dir="auto" className="text-15 [overflow-wrap:anywhere] whitespace-pre-wrap text-ink">
      {pieces.map((piece) =>
        piece.isMarked ? (
          <mark
            key={piece.at}
            className="rounded-join bg-warn-soft font-[650] text-ink shadow-[inset_0_-2px_0_var(--warn)]"
          >
            {piece.text}
          </mark>
        ) : (
          <span key={piece.at}>{piece.text}</span>
        ),
      )}
    </p>
  );
}
