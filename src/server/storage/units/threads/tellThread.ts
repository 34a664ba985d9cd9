import { toChatId, toUserId } from '#protocol/casts.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { Tx } from '#server/storage/unit.ts';
import { readThreadNews } from '#server/storage/units/sync/readThreads.ts';
import type { ThreadTold } from './ThreadTold.ts';

/** What the people of a chat are told of a thread whose head has just been written. */
export async function tellThread(tx: Tx, head: LockedHead): Promise<ThreadTold> {
  const parent = toChatId(head.parent_id ?? head.chat_id);
  const news = await readThreadNews(tx, head);
  const mr = head.around_mr ?? 0;
  if (head.is_shared) return { parent, news, mr };
  const rows = await tx.sql<{ user_id: number }>(
    'SELECT m.user_id FROM room_state s JOIN room_seats m ON m.chat_id = s.chat_id AND m.user_id = s.user_id WHERE s.chat_id = ? AND m.state = 1',
    [head.chat_id],
  );
  return { parent, news, mr, to: rows.map((row) => toUserId(row.user_id)) };
}
