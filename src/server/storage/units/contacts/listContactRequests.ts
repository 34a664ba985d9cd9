import { type UserCard } from '#protocol/entities/user.ts';
import type { UserId } from '#protocol/ids.ts';
import { readUnit } from '#server/storage/unit.ts';
import { cardColumns, toUserCard, type CardRow } from '#server/storage/units/accounts/toAccount.ts';

/** People who added me and with whom I have no relation, newest first, at most 100. */
export const listContactRequests = readUnit(async (tx, input: { userId: UserId }): Promise<UserCard[]> => {
  const rows = await tx.sql<CardRow>(
    `SELECT ${cardColumns} FROM contacts c JOIN users u ON u.id = c.user_id
     WHERE c.peer_id = ? AND c.state = 1 AND u.deleted_at IS NULL AND NOT EXISTS
       (SELECT 1 FROM contacts mine WHERE mine.user_id = ? AND mine.peer_id = c.user_id AND mine.state <> 0)
     ORDER BY c.at DESC, c.user_id LIMIT 100`,
    [input.userId, input.userId],
  );
  return rows.map(toUserCard);
});
