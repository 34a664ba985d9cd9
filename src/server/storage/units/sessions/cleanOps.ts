import { writeUnit } from '#server/storage/unit.ts';

/** Forgets stored answers of operations from before `before` (ms). Answers how many there were, at most `limit`. */
export const cleanOps = writeUnit(async (tx, input: { before: number; limit: number }): Promise<number> => {
  const old = await tx.sql<{ user_id: number; op_id: string }>(
    'SELECT user_id, op_id FROM ops WHERE at < ? ORDER BY at LIMIT ?',
    [input.before, input.limit],
  );
  for (const row of old) {
    await tx.sql('DELETE FROM ops WHERE user_id = ? AND op_id = ?', [row.user_id, row.op_id]);
  }
  return old.length;
});
