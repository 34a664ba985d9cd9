import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat, LocalMessage, OutboxEntry } from '../changes.ts';
import { isCountedWhole, namesMe, umRevOf } from '../merge/countChat.ts';
import { dropSpan, settleState } from '../merge/spans.ts';

/*
 * Which cached messages a device may forget. Pure: what is on screen, how much there is and what time it is are told from outside.
 *
 *   oldest ──── may go ────┤ counted or unread: stays ──▶ newest
 *               ^ single rows that something waits for stay as spans of their own
 */

/** How much of a chat stays: always the newest `least`; up to `most` what is at least as new as `since` (server clock, ms). */
export interface Keep {
  least: number;
  most: number;
  since: number;
}

const dayMs = 86_400_000;
const plainKeep = { least: 500, most: 5_000, days: 30 };
const communityRows = 300;
/** Rows that every chat keeps even when the device is full: a screen, and room to look for an own message that has just left the outbox. */
export const lastRows = 60;

/** What stays of a chat of this kind when there is room enough. */
export function keepOf(kind: number, now: number): Keep {
  if (kind === chatKind.community) return { least: communityRows, most: communityRows, since: 0 };
  return { least: plainKeep.least, most: plainKeep.most, since: now - plainKeep.days * dayMs };
}

/** How many of the oldest rows may go. `rows`: the oldest ones, ascending; `cached`: how many there are in all. */
export function countOld(rows: readonly Pick<LocalMessage, 'at'>[], cached: number, keep: Keep): number {
  let old = 0;
  for (const row of rows) {
    const left = cached - old;
    if (left <= keep.least || (left <= keep.most && row.at >= keep.since)) break;
    old += 1;
  }
  return old;
}

/** One chat as the budget sees it. `opened`: when it was last on a screen of this device, ms; 0 = never. `isHeld`: on a screen now, or kept by the person. */
export interface CachedChat {
  c: ChatId;
  rows: number;
  bytes: number;
  opened: number;
  bump: number;
  isHeld: boolean;
}

/** Which chats give up how many rows so that all of them together fit: the one that nobody has opened for longest gives first. */
export function shareOut(chats: readonly CachedChat[], budget: number): Map<ChatId, number> {
  const gifts = new Map<ChatId, number>();
  let excess = chats.reduce((sum, { bytes }) => sum + bytes, 0) - budget;
  const order = chats
    .filter(({ isHeld, rows }) => !isHeld && rows > lastRows)
    .toSorted((one, other) => one.opened - other.opened || one.bump - other.bump);
  for (const { c, rows, bytes } of order) {
    if (excess <= 0) break;
    const each = bytes / rows;
    const gift = Math.min(rows - lastRows, Math.ceil(excess / each));
    gifts.set(c, gift);
    excess -= gift * each;
  }
  return gifts;
}

/** What of a chat decides what may go. `rows`: cached rows from `from` on and below {@link stayFrom}, ascending; `isAll`: there are no more of them. */
export interface Forgettable {
  chat: LocalChat;
  lane: readonly OutboxEntry[];
  /** cached rows whose content is still to be fetched */
  needed: readonly number[];
  from: number;
  rows: readonly LocalMessage[];
  isAll: boolean;
}

/** Unread rows of a chat that counts them one by one, and rows that I marked as unread, stay from this seq on. */
export function stayFrom(chat: LocalChat): number {
  const { rs, uf } = chat.me;
  const unread = isCountedWhole(chat) ? rs + 1 : Infinity;
  return Math.min(unread, uf ?? Infinity, chat.sync.rev + 1);
}

/** Takes the first `count` rows away; answers the chat as it is then, and the seqs that go. What it claims to have is what is left. */
export function forgetRows(of: Forgettable, count: number): { chat: LocalChat; gone: number[] } {
  const { chat, rows } = of;
  const chosen = rows.slice(0, count);
  const last = chosen.at(-1);
  if (!last) return { chat, gone: [] };
  const stay = new Set([...of.lane.flatMap(seqsOf), ...of.needed]);
  for (const row of chosen) if (isCounted(chat, row)) stay.add(row.s);
  // Between its rows a chat has changes that are no messages: with the last row the claim about them goes too.
  const to = of.isAll && count === rows.length ? stayFrom(chat) - 1 : last.s;
  const dropped = dropSpan(chat.sync, { from: of.from, to }, stay);
  const sync = settleState(dropped, chat.head.rev, chat.me.fl);
  const gone = chosen.flatMap(({ s }) => (stay.has(s) ? [] : [s]));
  return { chat: { ...chat, sync }, gone };
}

/** Rows that the server's numbers do not know of: my own behind my last one that it told of, and those that name me behind what it counted. */
function isCounted(chat: LocalChat, row: LocalMessage): boolean {
  const { mid, rs, lo } = chat.me;
  if (row.u === mid) return row.n !== undefined && row.s > Math.max(rs, lo);
  return namesMe(row, mid) && row.s > Math.max(rs, umRevOf(chat));
}

/** Messages that an entry of the outbox names: it changes them, or its bubble shows them. */
function seqsOf({ action, s }: OutboxEntry): number[] {
  const named = 's' in action ? action.s : undefined;
  const quoted = action.t === 'send' ? action.re : undefined;
  return [named, quoted, s].filter((seq) => seq !== undefined);
}
