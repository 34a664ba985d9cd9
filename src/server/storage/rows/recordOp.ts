import type { OpId, UserId } from '#protocol/ids.ts';
import type { Tx } from '../unit.ts';

/** Stores the answer of a command in the transaction that did it, so that a repeat is answered alike and changes nothing. */
export async function recordOp(tx: Tx, userId: UserId, op: OpId, result: unknown): Promise<void> {
  await tx.sql('INSERT INTO ops (user_id, op_id, at, result) VALUES (?, ?, ?, ?)', [
    userId,
    op,
    tx.now,
    JSON.stringify(result),
  ]);
}
