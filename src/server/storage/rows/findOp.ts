import { AppError } from '#protocol/errors.ts';
import type { OpId, UserId } from '#protocol/ids.ts';
import type { Tx } from '../unit.ts';

/** The stored answer of a command that was done before, or undefined. Ask after the chat's lock, so that a repeat on another node waits for the first. */
export async function findOp<Result>(tx: Tx, userId: UserId, op: OpId): Promise<Result | undefined> {
  const [row] = await tx.sql<{ result: string }>('SELECT result FROM ops WHERE user_id = ? AND op_id = ?', [
    userId,
    op,
  ]);
  if (!row) return undefined;
  const result = JSON.parse(row.result) as Result | { name: string };
  // Account commands store their name with the answer (`withOp`): this id belongs to one of them.
  if (typeof result === 'object' && result !== null && 'name' in result) {
    throw new AppError('BAD', { message: 'op was used for another request' });
  }
  return result as Result;
}
