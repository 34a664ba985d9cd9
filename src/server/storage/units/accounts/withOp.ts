import { AppError } from '#protocol/errors.ts';
import type { OpId, UserId } from '#protocol/ids.ts';
import type { Tx } from '#server/storage/unit.ts';

/** A command as the table of operations knows it. `name`: the request, so that one id cannot be answered with another request's result. */
export interface Operation {
  readonly userId: UserId;
  readonly op: OpId;
  readonly name: string;
}

/** The stored answer of an operation. `undefined`: it has not been done. Throws BAD when the id was used for another request. */
export async function findOp<Result>(tx: Tx, operation: Operation): Promise<{ result: Result } | undefined> {
  const [row] = await tx.sql<{ result: string }>('SELECT result FROM ops WHERE user_id = ? AND op_id = ?', [
    operation.userId,
    operation.op,
  ]);
  if (!row) return undefined;
  const stored = JSON.parse(row.result) as { name: string; result: Result };
  if (stored.name !== operation.name) throw new AppError('BAD', { message: 'op was used for another request' });
  return { result: stored.result };
}

/**
 * Does a command once. A repeat is answered with the stored result and changes nothing, also when something else came between.
 * The result must survive JSON. Call it inside a write unit: the row and the change are one transaction.
 */
export async function withOp<Result>(
  tx: Tx,
  operation: Operation,
  work: () => Promise<Result>,
): Promise<{ result: Result; isRepeat: boolean }> {
  const done = await findOp<Result>(tx, operation);
  if (done) return { result: done.result, isRepeat: true };
  const result = await work();
  const inserted = await tx.sql(
    'INSERT INTO ops (user_id, op_id, at, result) VALUES (?, ?, ?, ?) ON CONFLICT (user_id, op_id) DO NOTHING RETURNING op_id',
    [operation.userId, operation.op, tx.now, JSON.stringify({ name: operation.name, result })],
  );
  // Two repeats at the same moment (PostgreSQL only): this one is undone, and its next try finds the stored result.
  if (inserted.length === 0) throw new AppError('UNAVAILABLE', { retry: 100 });
  return { result, isRepeat: false };
}
