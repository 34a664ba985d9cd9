import type { DeviceId, UserId } from '#protocol/ids.ts';
import { writeUnit } from '#server/storage/unit.ts';

/** Raises the epoch of a device to at least `epoch` and answers the one in force. `null`: the device is logged out. */
export const raiseEpoch = writeUnit(
  async (tx, input: { userId: UserId; deviceId: DeviceId; epoch: number }): Promise<{ epoch: number } | null> => {
    const [row] = await tx.sql<{ epoch: number }>(
      'UPDATE devices SET epoch = greatest(epoch, ?), seen_at = ? WHERE id = ? AND user_id = ? AND revoked_at IS NULL RETURNING epoch',
      [input.epoch, tx.now, input.deviceId, input.userId],
    );
    return row ?? null;
  },
);
