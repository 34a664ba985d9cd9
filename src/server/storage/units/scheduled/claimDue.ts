import type { SentMessage } from '#protocol/entities/bodies/sentMessage.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, Cid, UserId } from '#protocol/ids.ts';
import { toChatId, toUserId } from '#protocol/casts.ts';
import { readUnit, writeUnit } from '#server/storage/unit.ts';
import { lockScheduled, rowState, toItem, type ScheduledRow } from './scheduledRow.ts';

/** How long a node has for sending what it has taken, ms. Then another one takes it up, with the same id: whatever the first one did, the message is there once. */
export const claimMs = 60_000;

/** A message that is to be sent now. `at`: when it should have been, ms. `tries`: how often it was taken up, this time included. */
export interface DueMessage {
  userId: UserId;
  c: ChatId;
  item: SentMessage;
  at: number;
  tries: number;
}

/**
 * Due, or left behind by a node that has ended. The latter is also what lies further ahead than any claim: the clock was set back since, and the message may be out already. Two parameters: now, and now
 * + `claimMs`.
 */
const isDue = 'state = 0 AND (next_at <= ? OR (is_going = 1 AND next_at > ?))';

/** Whether there is anything to take: asked often, and no write. */
export const hasDue = readUnit(async (tx): Promise<boolean> => {
  // One question per index: together they would read everything that waits.
  const [found] = await tx.sql<{ due: number; left_behind: number }>(
    `SELECT (SELECT count(*) FROM (SELECT 1 FROM scheduled_messages WHERE state = 0 AND next_at <= ? LIMIT 1) d) AS due,
      (SELECT count(*) FROM (SELECT 1 FROM scheduled_messages WHERE is_going = 1 AND next_at > ? LIMIT 1) g) AS left_behind`,
    [tx.now, tx.now + claimMs],
  );
  return (found?.due ?? 0) + (found?.left_behind ?? 0) > 0;
});

/** Takes due messages, the oldest first; nobody else gets them for a while, and they cannot be changed. */
export const claimDue = writeUnit(async (tx, { limit }: { limit: number }): Promise<DueMessage[]> => {
  const times = [tx.now, tx.now + claimMs];
  const rows = await tx.sql<ScheduledRow>(
    // Asked again in the change itself: on PostgreSQL another node may be taking the same ones.
    `UPDATE scheduled_messages SET is_going = 1, next_at = ?, tries = tries + 1 WHERE ${isDue} AND (user_id, cid) IN
      (SELECT user_id, cid FROM scheduled_messages WHERE ${isDue} ORDER BY next_at LIMIT ?) RETURNING *`,
    [tx.now + claimMs, ...times, ...times, limit],
  );
  return rows.toSorted((one, other) => one.at - other.at || one.created_at - other.created_at).map(toDue);
});

/** Takes one of this person's whose time has not come, or that failed. Null: it has been sent. Throws NOT_FOUND, and GONE while it is being sent. */
export const claimOne = writeUnit(async (tx, { userId, i }: { userId: UserId; i: Cid }): Promise<DueMessage | null> => {
  const row = await lockScheduled(tx, userId, i);
  if (!row) throw new AppError('NOT_FOUND');
  if (row.state === rowState.sent) return null;
  if (row.is_going === 1) throw new AppError('GONE');
  // One that failed waits again, so that it is taken up even if this node ends now.
  await tx.sql(
    'UPDATE scheduled_messages SET is_going = 1, state = 0, next_at = ?, tries = tries + 1 WHERE user_id = ? AND cid = ?',
    [tx.now + claimMs, userId, i],
  );
  return toDue({ ...row, tries: row.tries + 1 });
});

const toDue = (row: ScheduledRow): DueMessage => ({
  userId: toUserId(row.user_id),
  c: toChatId(row.chat_id),
  item: toItem(row),
  at: row.at,
  tries: row.tries,
});
