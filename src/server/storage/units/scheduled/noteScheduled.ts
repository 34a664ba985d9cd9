import { scheduledPref, type ScheduledCounts } from '#protocol/entities/scheduledPref.ts';
import { limits } from '#protocol/limits.ts';
import type { UserId } from '#protocol/ids.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import type { Tx } from '#server/storage/unit.ts';

/**
 * Tells the person's devices that something has changed among the messages he has scheduled: the counts travel as a setting of his, so that they are there without a network and after any absence. Also
 * locks his head. `urev`: given when it was raised in this transaction before. Answers it.
 */
export async function noteScheduled(tx: Tx, userId: UserId, urev?: number): Promise<number> {
  const v = urev ?? (await bumpUrev(tx, userId));
  const rows = await tx.sql<{ c: number; waiting: number; failed: number }>(
    `SELECT chat_id AS c, count(CASE WHEN state = 0 THEN 1 END) AS waiting, count(CASE WHEN state = 2 THEN 1 END) AS failed
      FROM scheduled_messages WHERE user_id = ? AND state <> 1 GROUP BY chat_id ORDER BY min(at) LIMIT ${limits.scheduleChatsMax}`,
    [userId],
  );
  const counts: ScheduledCounts = { v, l: rows.map(({ c, waiting, failed }) => [c, waiting, failed]) };
  await tx.sql(
    `INSERT INTO user_prefs (user_id, key, val, urev) VALUES (?, ?, ?, ?)
      ON CONFLICT (user_id, key) DO UPDATE SET val = excluded.val, urev = excluded.urev`,
    [userId, scheduledPref, JSON.stringify(counts), v],
  );
  return v;
}
