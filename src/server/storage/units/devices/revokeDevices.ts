import { AppError } from '#protocol/errors.ts';
import type { DeviceId, OpId, UserId } from '#protocol/ids.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { revokeWhere } from './revokeWhere.ts';

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
