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
