import { writeUnit } from '#server/storage/unit.ts';

/** How long an opening is remembered, ms. */
const launchKeptMs = 48 * 3_600_000;
/** Lines kept per person and app. */
const linesMax = 500;

/** Forgets old openings, and what nobody reads any more of what apps did. At most `limit` openings, and lines of `limit` people. Answers the most of one kind. */
export const cleanApps = writeUnit(async (tx, { limit }: { limit: number }): Promise<number> => {
  const launches = await tx.sql(
    'DELETE FROM app_launches WHERE q IN (SELECT q FROM app_launches WHERE at < ? LIMIT ?) RETURNING q',
    [tx.now - launchKeptMs, limit],
  );
  const long = await tx.sql<{ user_id: number; app_id: string }>(
    'SELECT user_id, app_id FROM app_log GROUP BY user_id, app_id HAVING count(*) > ? LIMIT ?',
    [linesMax, limit],
  );
  for (const { user_id: user, app_id: app } of long)
    await tx.sql(
      `DELETE FROM app_log WHERE user_id = ? AND app_id = ? AND id NOT IN
         (SELECT id FROM app_log WHERE user_id = ? AND app_id = ? ORDER BY at DESC, id DESC LIMIT ${linesMax})`,
      [user, app, user, app],
    );
  return Math.max(launches.length, long.length);
});
