import type { OpId, UserId } from '#protocol/ids.ts';
import { readUnit } from '#server/storage/unit.ts';
import { findOp } from './withOp.ts';

/** What a password change needs before it may happen: the stored answer of a repeat, or the present hash. */
export const getPasswordState = readUnit(async (tx, input: { userId: UserId; op: OpId }) => {
  const done = await findOp<{ revoked: number }>(tx, { userId: input.userId, op: input.op, name: 'account.password' });
  const [row] = await tx.sql<{ handle: string | null; password: string | null }>(
    'SELECT handle, password FROM users WHERE id = ? AND deleted_at IS NULL',
    [input.userId],
  );
  return { done: done?.result ?? null, handle: row?.handle ?? '', password: row?.password ?? null };
});
