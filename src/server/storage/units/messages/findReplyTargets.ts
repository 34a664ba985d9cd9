import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Which of these positions hold a message one can reply to. */
export async function findReplyTargets(tx: Tx, head: LockedHead, seqs: readonly number[]): Promise<Set<number>> {
  if (seqs.length === 0) return new Set();
  const rows = await tx.sql<{ seq: number }>(
    `SELECT seq FROM messages WHERE chat_id = ? AND seq IN (${placeholders(seqs.length)})`,
    [head.chat_id, ...seqs],
  );
  return new Set(rows.map(({ seq }) => seq));
}
