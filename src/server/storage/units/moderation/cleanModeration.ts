import { writeUnit } from '#server/storage/unit.ts';

/** How long the log, decided reports, held messages and counts are kept, ms: 60 days, a little more than is promised. */
const keptMs = 60 * 24 * 3_600_000;

/** Forgets what moderation no longer needs, at most `limit` rows of each kind. Answers the most of one kind. */
export const cleanModeration = writeUnit(async (tx, { limit }: { limit: number }): Promise<number> => {
  const before = tx.now - keptMs;
  let most = 0;
  const old = [
    ['audit_log', 'id', 'chat_id IS NOT NULL AND at < ?'],
    ['reports', 'id', 'state = 1 AND decided_at < ?'],
    ['appeals', 'id', 'state <> 0 AND decided_at < ?'],
  ] as const;
  for (const [table, key, where] of old) {
    const rows = await tx.sql<{ id: string }>(
      `DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE ${where} LIMIT ?) RETURNING ${key} AS id`,
      [before, limit],
    );
    most = Math.max(most, rows.length);
  }
  const held = await tx.sql<{ chat_id: number; sender_mid: number; cid: string }>(
    'SELECT chat_id, sender_mid, cid FROM held_messages WHERE at < ? ORDER BY at LIMIT ?',
    [before, limit],
  );
  for (const row of held) {
    await tx.sql('DELETE FROM held_messages WHERE chat_id = ? AND sender_mid = ? AND cid = ?', [
      row.chat_id,
      row.sender_mid,
      row.cid,
    ]);
  }
  return Math.max(most, held.length);
});
