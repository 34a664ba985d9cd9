import { AppError } from '#protocol/errors.ts';
import { forUpdate } from '#server/storage/rows/forUpdate.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';

/** The row of a member by his id in the chat, whatever his state; locked. Throws NOT_FOUND. */
export async function findMember(tx: Tx, c: number, mid: number): Promise<MemberRow> {
  const [row] = await tx.sql<MemberRow>(`SELECT * FROM members WHERE chat_id = ? AND mid = ?${forUpdate(tx)}`, [
    c,
    mid,
  ]);
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}
