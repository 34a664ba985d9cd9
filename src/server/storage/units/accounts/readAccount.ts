import type { Account } from '#protocol/entities/user.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { type Tx } from '#server/storage/unit.ts';
import { cardColumns, toAccount, type CardRow } from './toAccount.ts';

/** My account as of this transaction. Throws NOT_FOUND for a deleted one. */
export async function readAccount(tx: Tx, userId: UserId): Promise<Account> {
  const [row] = await tx.sql<CardRow & { role: number }>(
    `SELECT ${cardColumns}, u.role FROM users u WHERE u.id = ? AND u.deleted_at IS NULL`,
    [userId],
  );
  if (!row) throw new AppError('NOT_FOUND');
  return toAccount(row);
}
