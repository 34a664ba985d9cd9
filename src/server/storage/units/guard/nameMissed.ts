import type { MemberId } from '#protocol/ids.ts';
import { toMemberId, toUserId } from '#protocol/casts.ts';
import { addMentions } from '#server/storage/units/messages/addMentions.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { RemovedPerson } from './actTypes.ts';

/** People who are back are named by what was written or edited while they were out, as if they had been in. Call it when their rows say so again. */
export async function nameMissed(tx: Tx, c: number, back: readonly RemovedPerson[]): Promise<void> {
  if (back.length === 0) return;
  const mids = new Set(back.map(({ mid }) => mid));
  const rows = await tx.sql<{ seq: number; sender_mid: number; mention_ids: string; user_id: number }>(
    `SELECT m.seq, m.sender_mid, m.mention_ids, p.user_id FROM messages m JOIN members p ON p.chat_id = m.chat_id AND p.mid = m.sender_mid
      WHERE m.chat_id = ? AND m.rev > ? AND m.mention_ids IS NOT NULL AND m.deleted_at IS NULL ORDER BY m.seq`,
    [c, Math.min(...back.map(({ rev }) => rev))],
  );
  for (const row of rows) {
    const named = (JSON.parse(row.mention_ids) as MemberId[]).filter((mid) => mids.has(mid));
    const source = {
      seq: row.seq,
      senderMid: toMemberId(row.sender_mid),
      senderId: toUserId(row.user_id),
    };
    await addMentions(tx, { chat_id: c, parent_id: null }, source, named);
  }
}
