import type { DeviceId, UserId } from '#protocol/ids.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { revokeWhere } from '#server/storage/units/devices/revokeWhere.ts';

/** Ends the session of a refresh token that is current or the one before. `null`: there was nothing to end. */
export const endSession = writeUnit(
  async (
    tx,
    input: { sessionId: string; hash: Uint8Array },
  ): Promise<{ userId: UserId; deviceId: DeviceId } | null> => {
    const [row] = await tx.sql<{ user_id: UserId; device_id: DeviceId }>(
      'SELECT user_id, device_id FROM sessions WHERE id = ? AND revoked_at IS NULL AND (refresh_hash = ? OR prev_hash = ?)',
      [input.sessionId, input.hash, input.hash],
    );
    if (!row) return null;
    await revokeWhere(tx, row.user_id, 'id = ?', row.device_id);
    return { userId: row.user_id, deviceId: row.device_id };
  },
);
