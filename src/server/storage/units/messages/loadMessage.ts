import { AppError } from '#protocol/errors.ts';
import { floorOf } from '#server/storage/rows/floorOf.ts';
import type { HeadRow, MemberRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';

const text = 'SELECT * FROM messages WHERE chat_id = ? AND seq = ?';

/** A message that this member may see. Throws NOT_FOUND when there is none, below their floor, or hidden for them. */
export async function loadMessage(tx: Tx, head: HeadRow, member: MemberRow, seq: number): Promise<MessageRow> {
  const [row] = await tx.sql<MessageRow>(text, [head.chat_id, seq]);
  if (!row || row.seq < floorOf(member, head) || row.hidden_for === member.mid) throw new AppError('NOT_FOUND');
  return row;
}
