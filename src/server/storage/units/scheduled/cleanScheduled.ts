import { writeUnit } from '#server/storage/unit.ts';

/** How long a sent one is known, ms: longer than any device repeats by itself. */
const knownMs = 8 * 24 * 3_600_000;

/** Forgets messages that were sent long ago, at most `limit`; answers how many. */
export const cleanScheduled = writeUnit(async (tx, { limit }: { limit: number }): Promise<number> => {
  const gone = await tx.sql(
    `DELETE FROM scheduled_messages WHERE (user_id, cid) IN
      (SELECT user_id, cid FROM scheduled_messages WHERE state = 1 AND next_at < ? ORDER BY next_at LIMIT ?) RETURNING cid`,
    [tx.now - knownMs, limit],
  );
  return gone.length;
});
