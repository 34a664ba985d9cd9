import type { DeviceInfo } from '#protocol/entities/user.ts';
import type { DeviceId, UserId } from '#protocol/ids.ts';
import { readUnit } from '#server/storage/unit.ts';

/** Logged-in devices, most recently seen first. */
export const listDevices = readUnit(async (tx, input: { userId: UserId; current: DeviceId }): Promise<DeviceInfo[]> => {
  const rows = await tx.sql<{ id: DeviceId; name: string; created_at: number; seen_at: number }>(
    'SELECT id, name, created_at, seen_at FROM devices WHERE user_id = ? AND revoked_at IS NULL ORDER BY seen_at DESC, id',
    [input.userId],
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    created: row.created_at,
    seen: row.seen_at,
    current: row.id === input.current,
  }));
});
