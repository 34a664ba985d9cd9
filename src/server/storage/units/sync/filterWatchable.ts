import type { UserId } from '#protocol/ids.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { readUnit } from '#server/storage/unit.ts';

/** Whom of these the asker may watch: people he has a 1:1 chat with, or who have him as a friend; never somebody who blocked him. */
export const filterWatchable = readUnit(async (tx, input: { user: UserId; ids: UserId[] }): Promise<UserId[]> => {
  if (input.ids.length === 0) return [];
  const rows = await tx.sql<{ id: UserId }>(
    `SELECT u.id FROM users u WHERE u.id IN (${placeholders(input.ids.length)}) AND u.deleted_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM contacts b WHERE b.user_id = u.id AND b.peer_id = ? AND b.state = 3)
       AND (EXISTS (SELECT 1 FROM contacts f WHERE f.user_id = u.id AND f.peer_id = ? AND f.state = 1)
         OR EXISTS (SELECT 1 FROM members a JOIN members b ON b.chat_id = a.chat_id JOIN chats k ON k.id = a.chat_id AND k.kind = 1
           WHERE a.user_id = ? AND b.user_id = u.id AND b.user_id <> a.user_id))`,
    [...input.ids, input.user, input.user, input.user],
  );
  return rows.map(({ id }) => id);
});
