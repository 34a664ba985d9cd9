import type { DeviceId, UserId } from '#protocol/ids.ts';
import { readUnit } from '#server/storage/unit.ts';

/** Who a token says it is. */
export interface SessionKey {
  readonly sessionId: string;
  readonly userId: UserId;
  readonly deviceId: DeviceId;
}

/** The device of a living session. `null`: revoked, ended or never there. */
export const checkSession = readUnit(async (tx, input: SessionKey): Promise<{ epoch: number } | null> => {
  const [row] = await tx.sql<{ epoch: number }>(
    `SELECT d.epoch FROM sessions s JOIN devices d ON d.id = s.device_id
     WHERE s.id = ? AND s.user_id = ? AND s.device_id = ? AND s.revoked_at IS NULL AND d.revoked_at IS NULL AND s.expires_at > ?`,
    [input.sessionId, input.userId, input.deviceId, tx.now],
  );
  return row ?? null;
});
