import type { DeviceId, UserId } from '#protocol/ids.ts';
import type { Tx } from '#server/storage/unit.ts';

/** A device and its one session, as the service made them up. */
export interface NewSession {
  readonly deviceId: DeviceId;
  readonly deviceName: string;
  readonly userAgent: string | null;
  readonly sessionId: string;
  readonly refreshHash: Uint8Array;
  /** ms */
  readonly expiresAt: number;
}

/** Writes a device with its session. */
export async function insertSession(tx: Tx, userId: UserId, session: NewSession): Promise<void> {
  await tx.sql('INSERT INTO devices (id, user_id, name, user_agent, created_at, seen_at) VALUES (?, ?, ?, ?, ?, ?)', [
    session.deviceId,
    userId,
    session.deviceName,
    session.userAgent,
    tx.now,
    tx.now,
  ]);
  await tx.sql(
    'INSERT INTO sessions (id, user_id, device_id, refresh_hash, created_at, rotated_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [session.sessionId, userId, session.deviceId, session.refreshHash, tx.now, tx.now, session.expiresAt],
  );
}
