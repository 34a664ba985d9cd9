import type { Row } from '#protocol/entities/messages.ts';
import type { LocalChat, OutboxEntry } from '../changes.ts';
import { isFreshAt } from './spans.ts';

/** What a chat's acknowledged entries are compared with. */
type Reached = Pick<LocalChat, 'head' | 'me' | 'sync'>;

/** A message of mine that the server has. */
export interface SentMessage {
  cid: string;
  s: number;
}

/**
 * The lane after rows of mine arrived and `sync` says what is cached. A send leaves when its row is stored; if its row was seen but not stored (a hole
 * before it), it waits as `acked`, so that the message is on screen exactly once at every moment. Acked entries leave when the watermark has them.
 */
export function mergeOutbox(
  lane: readonly OutboxEntry[],
  change: Reached & { rows: readonly Row[]; isStored: (seq: number) => boolean },
): readonly OutboxEntry[] {
  const own = new Map(change.rows.filter((row) => row.u === change.me.mid).map((row) => [row.i as string, row]));
  let next = lane;
  for (const entry of lane) {
    if (entry.action.t !== 'send') continue;
    const row = own.get(entry.action.cid);
    if (!row) continue;
    next = nameTarget(next, { cid: row.i, s: row.s });
    next = change.isStored(row.s)
      ? next.filter((other) => other.id !== entry.id)
      : next.map((other) => (other.id === entry.id ? toAcked(other, row) : other));
  }
  for (const [cid, row] of own) next = nameTarget(next, { cid, s: row.s });
  return dropArrived(next, change);
}

/** The lane without the acknowledged entries for which nothing more is to come. */
export function dropArrived(lane: readonly OutboxEntry[], chat: Reached): readonly OutboxEntry[] {
  const isDone = (entry: OutboxEntry): boolean => isArrived(entry, chat);
  return lane.some(isDone) ? lane.filter((entry) => !isDone(entry)) : lane;
}

/**
 * Whether nothing more is to come for an acknowledged entry. Its change is in the cache: the watermark has it and has reached the head, because a row that was
 * changed again comes with its later rev, perhaps in a later page; and a text is in a span that is as new as the watermark, not behind a hole, nor in a stale span that may lack it for the same reason. Or it is below my floor: I was
 * out of the chat since, and the server does not show it to me any more.
 */
export function isArrived(entry: OutboxEntry, { sync, me, head }: Reached): boolean {
  if (entry.state !== 'acked' || entry.r === undefined || entry.r > sync.rev) return false;
  if (entry.s !== undefined && entry.s < me.fl) return true;
  if (sync.rev < head.rev) return false;
  return entry.action.t !== 'send' || entry.s === undefined || isFreshAt(sync, entry.s);
}

/** The lane after my standing came: held messages that were refused have failed. The others stay until their row comes. */
export function failRefused(lane: readonly OutboxEntry[], me: LocalChat['me']): readonly OutboxEntry[] {
  const refused = new Set<string>(me.rj ?? []);
  const isRefused = ({ held, action }: OutboxEntry): boolean =>
    held === 1 && action.t === 'send' && refused.has(action.cid);
  if (!lane.some(isRefused)) return lane;
  return lane.map((entry) => {
    if (!isRefused(entry)) return entry;
    const { held: _held, ...rest } = entry;
    return { ...rest, state: 'failed' as const, err: 'FILTERED' as const, why: { r: 'rejected' as const } };
  });
}

/** Acknowledged texts that will not arrive by themselves: the watermark is past them, but what is around them is not cached, or stale. */
export function strandedSends(lane: readonly OutboxEntry[], { sync, me }: Pick<LocalChat, 'sync' | 'me'>): number[] {
  return lane.flatMap(({ state, r, s }) => {
    const isPast = state === 'acked' && r !== undefined && r <= sync.rev;
    return isPast && s !== undefined && s >= me.fl && !isFreshAt(sync, s) ? [s] : [];
  });
}

/** Tells the followers of a message (edits, unsends) its position, once it is known. */
export function nameTarget(lane: readonly OutboxEntry[], sent: SentMessage): readonly OutboxEntry[] {
  const isFollower = ({ action }: OutboxEntry): boolean =>
    (action.t === 'edit' || action.t === 'unsend') && action.target === sent.cid && action.s === undefined;
  if (!lane.some(isFollower)) return lane;
  return lane.map((entry) =>
    isFollower(entry) ? ({ ...entry, action: { ...entry.action, s: sent.s } } as OutboxEntry) : entry,
  );
}

function toAcked(entry: OutboxEntry, row: Row): OutboxEntry {
  const { err: _err, held: _held, why: _why, ...rest } = entry;
  const acked: OutboxEntry = { ...rest, state: 'acked', tried: 1, s: row.s, r: row.s, sentAt: row.at };
  if (row.n !== undefined) acked.n = row.n;
  return acked;
}
