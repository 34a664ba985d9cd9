import type { DeviceId, OpId, UserId } from '#protocol/ids.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { revokeWhere } from '#server/storage/units/devices/revokeWhere.ts';
import { withOp } from './withOp.ts';

/** Replaces the hash and ends all sessions but the asking device's. `devices`: those that were logged out now. */
export const setPassword = writeUnit(
  async (tx, input: { userId: UserId; op: OpId; password: string; keep: DeviceId }) => {
    let devices: DeviceId[] = [];
    const { result } = await withOp(tx, { userId: input.userId, op: input.op, name: 'account.password' }, async () => {
      await tx.sql('UPDATE users SET password = ? WHERE id = ?', [input.password, input.userId]);
      devices = await revokeWhere(tx, input.userId, 'id <> ?', input.keep);
      return { revoked: devices.length };
    });
    return { result, devices };
  },
);
