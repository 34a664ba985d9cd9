import type { UserCard } from '#protocol/entities/user.ts';
import { AppError } from '#protocol/errors.ts';
import { readUnit } from '#server/storage/unit.ts';
import { cardColumns, toUserCard, type CardRow } from './toAccount.ts';

/** A person by exact handle. Throws NOT_FOUND. */
export const findUser = readUnit(async (tx, input: { handle: string }): Promise<UserCard> => {
  const [row] = await tx.sql<CardRow>(
    `SELECT ${cardColumns} FROM users u WHERE u.handle = ? AND u.deleted_at IS NULL`,
    [input.handle],
  );
  if (!row) throw new AppError('NOT_FOUND');
  return toUserCard(row);
});
