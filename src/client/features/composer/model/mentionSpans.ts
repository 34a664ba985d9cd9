/** A person named in the text: `@name` from `start` (UTF-16 units) on. */
export interface MentionSpan {
  start: number;
  length: number;
  mid: number;
}

/** One replaced piece: `removed` units at `at` gave way to `inserted` units. */
export interface TextChange {
  at: number;
  removed: number;
  inserted: number;
}

/**
 * What one edit did, from the text before and after and the caret after it. The caret ends what was inserted, which settles cases that the texts
 * alone leave open (one of several equal letters was deleted).
 */
export function findChange(before: string, after: string, caret: number): TextChange {
  const most = Math.min(before.length, after.length);
  let end = 0;
  const endMost = Math.min(most, Math.max(0, after.length - caret));
  while (end < endMost && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  let start = 0;
  while (start < most - end && before[start] === after[start]) start += 1;
  // A caret that does not end the change (drop, undo): take back what the suffix still shares.
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { at: start, removed: before.length - start - end, inserted: after.length - start - end };
}

/** The spans after a change: those behind it move along, those it touched are words like any others. */
export function moveSpans(spans: readonly MentionSpan[], { at, removed, inserted }: TextChange): MentionSpan[] {
  if (removed === 0 && inserted === 0) return [...spans];
  const moved: MentionSpan[] = [];
  for (const span of spans) {
    if (span.start + span.length <= at) moved.push(span);
    else if (span.start >= at + removed) moved.push({ ...span, start: span.start + inserted - removed });
  }
  return moved;
}

/** `body.at` for the text as it is sent: `trimmed` units were cut off at its start. Undefined when nobody is named. */
export function toMentions<Mid extends number>(
  spans: readonly MentionSpan[],
  text: string,
  trimmed: number,
  max: number,
): [number, number, Mid][] | undefined {
  const at = spans
    .map(({ start, length, mid }): [number, number, Mid] => [start - trimmed, length, mid as Mid])
    .filter(([start, length]) => start >= 0 && start + length <= text.length && text[start] === '@')
    .toSorted((a, b) => a[0] - b[0])
    .slice(0, max);
  return at.length > 0 ? at : undefined;
}
