import type { LocalChat } from '#sync/changes.ts';
import type { SeqSpan } from './chatWindowStore.ts';

/** Spans of seqs without holes that are on the device, ascending; neighbours are joined. The one that reaches the newest message ends at Infinity. */
export function cachedSpans(chat: LocalChat): SeqSpan[] {
  const { sync } = chat;
  const parts: SeqSpan[] = sync.ranges.map(({ from, to }) => ({ from, to }));
  // Without a synced tail nothing is known up to the newest message, unless there is nothing below it: a chat in which nobody has written yet.
  const isEmptyChat = sync.startSeq !== undefined && sync.tailFrom <= sync.startSeq;
  if (sync.state !== 'none' || isEmptyChat) parts.push({ from: sync.tailFrom, to: Number.POSITIVE_INFINITY });
  // Below the first visible message there is nothing to miss.
  if (sync.startSeq !== undefined && sync.startSeq > 0) parts.unshift({ from: 0, to: sync.startSeq - 1 });
  const spans: SeqSpan[] = [];
  for (const part of parts) {
    const last = spans.at(-1);
    if (last && part.from <= last.to + 1) last.to = Math.max(last.to, part.to);
    else spans.push({ ...part });
  }
  return spans;
}

/** The cached span that holds `seq`; undefined when it is not on the device. */
export function spanAt(chat: LocalChat, seq: number): SeqSpan | undefined {
  return cachedSpans(chat).find((span) => span.from <= seq && seq <= span.to);
}

/** What is missing inside `window`. Above the newest message of the chat nothing is missing. */
export function holesIn(chat: LocalChat, window: SeqSpan): SeqSpan[] {
  const holes: SeqSpan[] = [];
  const end = Math.min(window.to, chat.head.ls);
  let from = window.from;
  for (const span of cachedSpans(chat)) {
    if (span.to < from) continue;
    if (span.from > end) break;
    if (span.from > from) holes.push({ from, to: span.from - 1 });
    from = span.to + 1;
  }
  if (from <= end) holes.push({ from, to: end });
  return holes;
}
