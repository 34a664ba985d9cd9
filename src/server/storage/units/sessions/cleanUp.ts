import { writeUnit } from '#server/storage/unit.ts';

/** Ends sessions whose time is over, with their devices. `limit`: at most so many in one transaction. Answers how many there were. */
export const expireSessions = writeUnit(async (tx, input: { limit: number }): Promise<number> => {
  const rows = await tx.sql<{ id: string; device_id: string }>(
    'SELECT id, device_id FROM sessions WHERE revoked_at IS NULL AND expires_at <= ? LIMIT ?',
    [tx.now, input.limit],
  );
  for (const row of rows) {
    await tx.sql('UPDATE devices SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', [tx.now, row.device_id]);
    await tx.sql('UPDATE sessions SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', [tx.now, row.id]);
  }
  return rows.length;
});

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
