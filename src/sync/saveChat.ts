import type { ChatId } from '#protocol/ids.ts';
import { keptKey, openedKey } from './eviction/placeRows.ts';
import { highest, saveLane } from './lanes.ts';
import type { ChatState } from './merge/chatState.ts';
import type { WriteTx } from './ports.ts';

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

/** Removes a chat of which I am no longer a member. Unsent entries stay: the person is told that they did not arrive. */
export async function purgeChat(tx: WriteTx, c: ChatId): Promise<void> {
  await tx.del('chats', [c]);
  await tx.del('marks', [c]);
  await tx.del('meta', [keptKey(c), openedKey(c)]);
  await tx.delRange('msgs', [c, 0], [c, highest]);
  await tx.delRange('members', [c, 0], [c, highest]);
}
