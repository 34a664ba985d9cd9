import type { DeviceInfo } from '#protocol/entities/user.ts';
import { AppError } from '#protocol/errors.ts';
import type { DeviceId, OpId, UserId } from '#protocol/ids.ts';
import { readUnit, writeUnit } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { revokeWhere } from './revokeWhere.ts';

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

/** Logs out one device, or with `others` all but it. `devices`: those that were logged out now. Throws NOT_FOUND for a device that is not the person's. */
export const revokeDevices = writeUnit(
  async (tx, input: { userId: UserId; op: OpId; device: DeviceId; others: boolean }) => {
    let devices: DeviceId[] = [];
    const { result } = await withOp(tx, { ...input, name: 'device.revoke' }, async () => {
      if (!input.others) {
        const own = await tx.sql('SELECT id FROM devices WHERE id = ? AND user_id = ?', [input.device, input.userId]);
        if (own.length === 0) throw new AppError('NOT_FOUND');
      }
      devices = await revokeWhere(tx, input.userId, input.others ? 'id <> ?' : 'id = ?', input.device);
      return { revoked: devices.length };
    });
    return { result, devices };
  },
);

/** Writes when devices were last here; a time never goes back. */
export const markSeen = writeUnit(async (tx, input: readonly (readonly [DeviceId, number])[]): Promise<void> => {
  for (const [deviceId, at] of input) {
    await tx.sql('UPDATE devices SET seen_at = ? WHERE id = ? AND seen_at < ?', [at, deviceId, at]);
  }
});
