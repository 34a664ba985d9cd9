import { toChatId, toUserId } from '#protocol/casts.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { Tx } from '#server/storage/unit.ts';
import { readOverlay } from '#server/storage/units/sync/readOverlay.ts';
import { readThreadNews, withOwn } from '#server/storage/units/sync/readThreads.ts';
import type { ThreadTold } from './ThreadTold.ts';

const seatedText = 'SELECT user_id FROM room_seats WHERE chat_id = ? AND state = 1';
const placedText =
  'SELECT m.user_id FROM room_state s JOIN room_seats m ON m.chat_id = s.chat_id AND m.user_id = s.user_id WHERE s.chat_id = ? AND m.state = 1';

/** What the people of a chat are told of a thread whose head has just been written. */
export async function tellThread(tx: Tx, head: LockedHead): Promise<ThreadTold> {
  const parent = toChatId(head.parent_id ?? head.chat_id);
  const news = await readThreadNews(tx, head);
  const mr = head.around_mr ?? 0;
  const personal = (await readOverlay(tx, head)).map((own) => ({ userId: own.person, news: withOwn(news, own) }));
  if (head.is_shared && personal.length === 0) return { parent, news, mr };
  const rows = await tx.sql<{ user_id: number }>(head.is_shared ? seatedText : placedText, [head.chat_id]);
  const to = rows.map((row) => toUserId(row.user_id));
  return { parent, news, mr, to, ...(personal.length > 0 ? { personal } : {}) };
}
