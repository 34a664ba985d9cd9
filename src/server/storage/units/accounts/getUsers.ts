import type { UserCard } from '#protocol/entities/user.ts';
import type { UserId } from '#protocol/ids.ts';
import { readUnit } from '#server/storage/unit.ts';
import { cardColumns, toUserCard, type CardRow } from './toAccount.ts';

/**
 * Cards of those among `ids` whom the asker may know: himself, his contacts, people who added him, people who invite him, and people of his 1:1 chats and groups.
 * In a community a member id differs from the account's, so nobody is found there. Those who left are included: their messages stay.
 */
export const getUsers = readUnit(async (tx, input: { me: UserId; ids: readonly UserId[] }): Promise<UserCard[]> => {
  const ids = [...new Set(input.ids)];
  const rows = await tx.sql<CardRow>(
    `SELECT ${cardColumns} FROM users u WHERE u.id IN (${ids.map(() => '?').join(', ')}) AND (
       u.id = ?
       OR EXISTS (SELECT 1 FROM contacts c WHERE c.user_id = ? AND c.peer_id = u.id AND c.state <> 0)
       OR EXISTS (SELECT 1 FROM contacts c WHERE c.user_id = u.id AND c.peer_id = ? AND c.state = 1)
       OR EXISTS (SELECT 1 FROM members i JOIN members h ON h.chat_id = i.chat_id AND h.mid = i.invited_by
                  WHERE i.user_id = ? AND i.state = 2 AND h.user_id = u.id AND h.mid = h.user_id)
       OR EXISTS (SELECT 1 FROM members a JOIN members b ON b.chat_id = a.chat_id
                  WHERE a.user_id = ? AND a.state = 1 AND b.user_id = u.id AND b.mid = b.user_id))`,
    [...ids, input.me, input.me, input.me, input.me, input.me],
  );
  return rows.map(toUserCard);
});
