import type { ChatId } from '#protocol/ids.ts';
import { spanAt } from '#client/stores/cachedSpans.ts';
import type { SeqSpan } from '#client/stores/chatWindowStore.ts';
import type { LocalChat, LocalMessage } from '#sync/changes.ts';
import type { ReadTx } from '#sync/ports.ts';

/** Messages of one page. */
const pageSize = 40;
/** Above every seq. */
const endless = Number.POSITIVE_INFINITY;

/** Messages, and the seqs they cover without a gap that is not in the chat itself. */
export interface Page {
  messages: LocalMessage[];
  span: SeqSpan;
}

/** The ways in which a window reads its messages, inside a transaction of the caller. */
export const readPages = { older: readOlder, newer: readNewer, end: readEnd, around: readAround, again: readAgain };

/** A key of IndexedDB cannot be compared with Infinity in every browser; no seq reaches this. */
const highest = Number.MAX_SAFE_INTEGER;

/** Messages from `from` to `to`, ascending: all of them, or the last or first `limit`. */
async function readSpan(
  tx: ReadTx,
  c: ChatId,
  span: SeqSpan,
  take?: { limit: number; end: 'first' | 'last' },
): Promise<LocalMessage[]> {
  if (span.from > span.to) return [];
  const rows = await tx.range('msgs', {
    index: ':primary',
    from: [c, Math.max(0, span.from)],
    to: [c, Math.min(highest, span.to)],
    ...(take ? { limit: take.limit, reverse: take.end === 'last' } : {}),
  });
  return take?.end === 'last' ? rows.toReversed() : rows;
}

/** The page that ends at `before - 1`. With `overHoles` it may reach over what is missing, else it stops there. Undefined: nothing of it is cached. */
async function readOlder(tx: ReadTx, chat: LocalChat, before: number, overHoles: boolean): Promise<Page | undefined> {
  const cached = overHoles ? { from: 0, to: before - 1 } : spanAt(chat, before - 1);
  if (!cached) return undefined;
  const messages = await readSpan(tx, chat.c, { from: cached.from, to: before - 1 }, { limit: pageSize, end: 'last' });
  const first = messages[0];
  if (overHoles && !first) return undefined;
  // A full page may have more below it; a shorter one has reached the end of what is cached.
  const from = first && (overHoles || messages.length === pageSize) ? first.s : cached.from;
  return { messages, span: { from, to: before - 1 } };
}

/** The page that begins at `after + 1`; see {@link readOlder}. */
async function readNewer(tx: ReadTx, chat: LocalChat, after: number, overHoles: boolean): Promise<Page | undefined> {
  const cached = overHoles ? { from: after + 1, to: endless } : spanAt(chat, after + 1);
  if (!cached) return undefined;
  const messages = await readSpan(tx, chat.c, { from: after + 1, to: cached.to }, { limit: pageSize, end: 'first' });
  const last = messages.at(-1);
  if (overHoles && !last) return undefined;
  return { messages, span: { from: after + 1, to: last && messages.length === pageSize ? last.s : cached.to } };
}

/** The newest page. Empty, with a span above all messages, when the chat's newest part is not cached. */
async function readEnd(tx: ReadTx, chat: LocalChat): Promise<Page> {
  const tail = spanAt(chat, endless);
  if (!tail) return { messages: [], span: { from: endless, to: endless } };
  const messages = await readSpan(tx, chat.c, tail, { limit: pageSize, end: 'last' });
  const first = messages[0];
  return { messages, span: { from: first && messages.length === pageSize ? first.s : tail.from, to: endless } };
}

/** A page on both sides of `seq`; undefined when `seq` is not in a cached span. */
async function readAround(tx: ReadTx, chat: LocalChat, seq: number): Promise<Page | undefined> {
  const cached = spanAt(chat, seq);
  if (!cached) return undefined;
  const older = await readOlder(tx, chat, seq, false);
  const newer = await readNewer(tx, chat, seq - 1, false);
  return {
    messages: [...(older?.messages ?? []), ...(newer?.messages ?? [])],
    span: { from: older?.span.from ?? seq, to: newer?.span.to ?? cached.to },
  };
}

/** Everything of a span, for reading a window again. */
async function readAgain(tx: ReadTx, chat: LocalChat, span: SeqSpan): Promise<Page> {
  return { messages: await readSpan(tx, chat.c, span), span };
}
