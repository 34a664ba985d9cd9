import type { ChatId, MemberId } from '#protocol/ids.ts';
import type { LocalMessage, OutboxEntry } from './changes.ts';
import type { ChatState } from './merge/chatState.ts';
import { countFrom } from './merge/countChat.ts';
import type { ReadTx, WriteTx } from './ports.ts';

/** What to load of a chat beside its own row. */
export interface Wanted {
  /** seqs that a change names */
  seqs?: readonly number[];
  members?: readonly MemberId[];
  /** load cached rows from here on; by default as far down as counting needs */
  from?: number;
  /** load all cached rows behind the read position */
  unread?: boolean;
}

/** Above every seq and id. */
export const highest = Number.MAX_SAFE_INTEGER;

/** Lane of a chat's messages, and of everything that belongs to no chat. */
export const laneOf = (c: ChatId): string => `c:${c}`;
export const ownLane = 'u';

/** Entries of a lane in sending order. */
export function readLane(tx: ReadTx, lane: string): Promise<OutboxEntry[]> {
  return tx.range('outbox', { index: '[lane+id]', from: [lane, 0], to: [lane, highest] });
}

/** Loads the part of a chat that a change needs; undefined for a chat that is not mine. */
export async function loadChat(tx: ReadTx, c: ChatId, wanted: Wanted = {}): Promise<ChatState | undefined> {
  const chat = await tx.get('chats', c);
  if (!chat) return undefined;
  const from = Math.min(wanted.from ?? highest, wanted.unread ? chat.me.rs + 1 : highest, countFrom(chat));
  const counted = await tx.range('msgs', { index: ':primary', from: [c, from], to: [c, highest] });
  const lower = [...new Set(wanted.seqs ?? [])].filter((seq) => seq < from);
  const named =
    lower.length === 0
      ? []
      : await tx.getMany(
          'msgs',
          lower.map((seq) => [c, seq]),
        );
  const rows = new Map<number, LocalMessage>();
  for (const row of [...named, ...counted]) if (row) rows.set(row.s, row);
  const mids = wanted.members ?? [];
  const members =
    mids.length === 0
      ? []
      : await tx.getMany(
          'members',
          mids.map((mid) => [c, mid]),
        );
  const mark = await tx.get('marks', c);
  return {
    chat,
    loadedFrom: from,
    rows,
    members: new Map(members.flatMap((member) => (member ? [[member.u, member] as const] : []))),
    outbox: await readLane(tx, laneOf(c)),
    rejected: [],
    ...(mark ? { mark: mark.s } : {}),
  };
}

/** Writes what differs between two states of a chat; `before` is undefined for a new one. */
export async function saveChat(tx: WriteTx, before: ChatState | undefined, after: ChatState): Promise<void> {
  const { c } = after.chat;
  if (after.chat !== before?.chat) await tx.put('chats', [after.chat]);
  if (before && after.chat.me.fl > before.chat.me.fl) await tx.delRange('msgs', [c, 0], [c, after.chat.me.fl - 1]);
  const rows = [...after.rows.values()].filter((row) => before?.rows.get(row.s) !== row);
  if (rows.length > 0) await tx.put('msgs', rows);
  const lost = [...(before?.rows.keys() ?? [])].filter((seq) => !after.rows.has(seq) && seq >= after.chat.me.fl);
  if (lost.length > 0)
    await tx.del(
      'msgs',
      lost.map((seq) => [c, seq]),
    );
  const members = [...after.members.values()].filter((member) => before?.members.get(member.u) !== member);
  if (members.length > 0) await tx.put('members', members);
  await saveLane(tx, before?.outbox ?? [], after.outbox);
  const rejected = after.rejected.slice(before?.rejected.length ?? 0);
  if (rejected.length > 0)
    await tx.put(
      'quarantine',
      rejected.map(({ what, row }) => ({ c, what, row })),
    );
}

/** Writes what differs between two states of a lane. */
export async function saveLane(
  tx: WriteTx,
  before: readonly OutboxEntry[],
  after: readonly OutboxEntry[],
): Promise<void> {
  if (before === after) return;
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map((entry) => entry.id));
  const put = after.filter((entry) => old.get(entry.id) !== entry);
  const gone = before.filter((entry) => !kept.has(entry.id)).map((entry) => entry.id);
  if (put.length > 0) await tx.put('outbox', put);
  if (gone.length > 0) await tx.del('outbox', gone);
}

/** Removes a chat of which I am no longer a member. Unsent entries stay: the person is told that they did not arrive. */
export async function purgeChat(tx: WriteTx, c: ChatId): Promise<void> {
  await tx.del('chats', [c]);
  await tx.del('marks', [c]);
  await tx.delRange('msgs', [c, 0], [c, highest]);
  await tx.delRange('members', [c, 0], [c, highest]);
}
