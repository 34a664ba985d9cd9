import type { DeviceId, UserId } from '#protocol/ids.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Logs out a person's devices that match the condition, with their sessions. Answers those that were still in. Devices before sessions is the lock order. */
export async function revokeWhere(
  tx: Tx,
  userId: UserId,
  condition: 'id = ?' | 'id <> ?',
  deviceId: DeviceId,
): Promise<DeviceId[]> {
  const rows = await tx.sql<{ id: DeviceId }>(
    `UPDATE devices SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL AND ${condition} RETURNING id`,
    [tx.now, userId, deviceId],
  );
  const session = condition.replace('id', 'device_id');
  await tx.sql(`UPDATE sessions SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL AND ${session}`, [
    tx.now,
    userId,
    deviceId,
  ]);
  return rows.map((row) => row.id);
}
