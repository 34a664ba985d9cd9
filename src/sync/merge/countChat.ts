import { isUnopenedRoom } from '#domain/isUnopenedRoom.ts';
import type { Head } from '#protocol/entities/chat.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { limits } from '#protocol/limits.ts';
import { countUnread } from '#domain/unread.ts';
import type { LocalChat, LocalMessage } from '../changes.ts';
import type { ChatState } from './chatState.ts';

/** Unread spans up to this length are counted row by row for mentions; longer ones cost too much with every message. */
const exactSpan = 300;

/**
 * First seq whose cached rows a count needs: own rows behind both the read position and my last own message that the server told of, rows that may
 * name me after the server counted my mentions, and rows that I marked unread.
 */
export function countFrom(chat: LocalChat): number {
  const { rs, lo, uf } = chat.me;
  const from = isCountedWhole(chat) ? rs + 1 : Math.max(rs, Math.min(lo, umRevOf(chat))) + 1;
  return uf === undefined ? from : Math.min(from, uf);
}

/** Whether everything behind the read position is cached and few enough to be counted row by row. */
export const isCountedWhole = ({ me, sync }: LocalChat): boolean =>
  sync.tailFrom <= me.rs + 1 && sync.rev - me.rs <= exactSpan;

/** Rev up to which the server's number of mentions holds. */
export const umRevOf = (chat: LocalChat): number => chat.umRev ?? chat.haveRev;

/** Whether the row says my name, or everybody's. */
export function namesMe(row: LocalMessage, me: number): boolean {
  return row.del === undefined && row.u !== me && (row.ma === 1 || (row.m?.some((member) => member === me) ?? false));
}

/** Sets `unread` and `mentions` from head, standing and cached rows. Rows beyond the head's `n` are left out: the head does not count them yet. */
export function countChat(state: ChatState): ChatState {
  // Who is only invited, or out, has nothing to read.
  if (state.chat.me.st !== memberState.joined) return withCounts(state, state.chat, { unread: 0, mentions: 0 });
  const counted = countMentions(state);
  const { me } = counted;
  const own = ownBehind(state);
  const isUncounted = isUnopenedRoom(counted) || isUnfollowed(counted);
  const plain = isUncounted ? 0 : countUnread({ n: counted.head.n, readN: me.rn, ownAfter: me.oa + own });
  const unread = me.uf === undefined ? plain : Math.max(1, plain + countKept(state, me.uf));
  const after = Math.max(me.rs, umRevOf(counted));
  const mentions = me.um + countNamed(state, after, counted.head.rev) + countAllNamed(state, after);
  return withCounts(state, counted, { unread, mentions });
}

/** Of a thread only what is new to its followers counts. */
const isUnfollowed = ({ meta, me }: LocalChat): boolean => meta.root !== undefined && me.fo !== 1;

function withCounts(state: ChatState, chat: LocalChat, counts: Pick<LocalChat, 'unread' | 'mentions'>): ChatState {
  const isSame = counts.unread === chat.unread && counts.mentions === chat.mentions && chat === state.chat;
  return isSame ? state : { ...state, chat: { ...chat, ...counts } };
}

/** Messages in `(after, upTo]` that say my name. */
export function countNamed(state: ChatState, after: number, upTo: number): number {
  let count = 0;
  for (const row of state.rows.values()) {
    if (row.s > after && row.s <= upTo && namesMe(row, state.chat.me.mid)) count += 1;
  }
  return count;
}

/**
 * Messages after this place that name everybody and are known from the head only: of a community that nobody looks at, no message comes. An own one of another device, whose place my standing tells, calls others. A
 * cached row is counted by itself.
 */
function countAllNamed({ chat, rows, outbox }: ChatState, after: number): number {
  const isMine = (s: number): boolean => s === chat.me.lo || outbox.some((entry) => entry.s === s);
  return (chat.head.ma ?? []).filter((s) => s > after && !rows.has(s) && !isMine(s)).length;
}

/**
 * My standing under a newer head. A call to everybody that the server counted for me and that the head does not name any more was taken back; of that nobody is told apart, and where no messages come this is the only sign.
 * The oldest of many may only have made room, and a count that is newer than the stored head may know of it.
 */
export function underHead(chat: LocalChat, head: Head): LocalChat['me'] {
  const { me } = chat;
  const [before, now] = [chat.head.ma ?? [], head.ma ?? []];
  const umRev = umRevOf(chat);
  if (before.length === 0 || head.rev <= chat.head.rev || umRev > chat.head.rev) return me;
  const oldest = now.length < limits.headCallsMax ? 0 : Math.min(...now);
  const gone = before.filter((s) => s > me.rs && s <= umRev && s !== me.lo && s > oldest && !now.includes(s));
  return gone.length === 0 ? me : { ...me, um: Math.max(0, me.um - gone.length) };
}

/**
 * The chat with its mentions recounted, where the cache holds everything behind the read position. A number from the server does not say up to which
 * message it counts, so a message that was under way at that moment may be counted twice or not at all; this is where that ends.
 */
function countMentions(state: ChatState): LocalChat {
  const { chat } = state;
  const { me, sync, head } = chat;
  const isCovered = sync.tailFrom <= me.rs + 1 && sync.rev >= head.rev && (state.loadedFrom ?? 0) <= me.rs + 1;
  if (!isCovered) return chat;
  const um = countNamed(state, me.rs, sync.rev);
  // A community tells me of my mention apart from the message, which comes later or, while I do not look, not at all.
  if (umRevOf(chat) > sync.rev) return chat;
  // Without mentions the mark may stay where it is, so that a plain message does not rewrite the standing.
  if (um === me.um && (um === 0 || umRevOf(chat) === sync.rev)) return chat;
  return { ...chat, me: { ...me, um }, umRev: sync.rev };
}

/** Own countable messages that the server's numbers do not know of: cached ones, and acknowledged ones that are not cached yet. */
function ownBehind({ chat, outbox, rows }: ChatState): number {
  const after = Math.max(chat.me.lo, chat.me.rs);
  const seqs = new Set<number>();
  const add = (s: number, n: number | undefined): void => {
    if (s > after && n !== undefined && n <= chat.head.n) seqs.add(s);
  };
  for (const row of rows.values()) if (row.u === chat.me.mid) add(row.s, row.n);
  for (const entry of outbox) if (entry.action.t === 'send' && entry.s !== undefined) add(entry.s, entry.n);
  return seqs.size;
}

/** Read messages of others from the one that I marked as unread on. */
function countKept({ chat, rows }: ChatState, from: number): number {
  let count = 0;
  for (const row of rows.values()) {
    if (row.n !== undefined && row.u !== chat.me.mid && row.s >= from && row.s <= chat.me.rs) count += 1;
  }
  return count;
}
