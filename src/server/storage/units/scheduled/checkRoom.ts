import { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Refuses with WINDOW a time that is over, too close or too far, ms. */
export function checkTime(tx: Tx, at: number): void {
  if (at < tx.now + limits.scheduleMinMs || at > tx.now + limits.scheduleMaxMs) throw new AppError('WINDOW');
}

/** Refuses with FULL one more than may wait. The person's head must be locked, so that two at the same moment are counted one after the other. */
export async function checkRoom(tx: Tx, userId: UserId, c: ChatId): Promise<void> {
  const [counts] = await tx.sql<{ here: number; total: number; chats: number; known: number }>(
    `SELECT count(CASE WHEN chat_id = ? AND state = 0 THEN 1 END) AS here, count(*) AS total, count(DISTINCT chat_id) AS chats,
      count(CASE WHEN chat_id = ? THEN 1 END) AS known FROM scheduled_messages WHERE user_id = ? AND state <> 1`,
    [c, c, userId],
  );
  if (!counts) return;
  const isFull =
    counts.here >= limits.schedulePerChat ||
    counts.total >= limits.scheduleMax ||
    (counts.known === 0 && counts.chats >= limits.scheduleChatsMax);
  if (isFull) throw new AppError('FULL');
}
