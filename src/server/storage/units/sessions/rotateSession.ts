import type { Account } from '#protocol/entities/user.ts';
import type { DeviceId, UserId } from '#protocol/ids.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { readAccount } from '#server/storage/units/accounts/readAccount.ts';
import { revokeWhere } from '#server/storage/units/devices/revokeWhere.ts';

/** A refresh token that was shown, and the one that follows it. */
export interface Rotation {
  readonly sessionId: string;
  readonly hash: Uint8Array;
  readonly nextHash: Uint8Array;
  /** New end of the session, ms. */
  readonly expiresAt: number;
}

export type RotationResult =
  | { readonly is: 'live'; readonly userId: UserId; readonly deviceId: DeviceId; readonly account: Account }
  /** An old token: somebody holds a copy. The session is over. */
  | { readonly is: 'reuse'; readonly userId: UserId; readonly deviceId: DeviceId }
  | { readonly is: 'gone' };

interface SessionRow {
  readonly user_id: UserId;
  readonly device_id: DeviceId;
  readonly refresh_hash: Uint8Array;
  readonly prev_hash: Uint8Array | null;
  readonly expires_at: number;
  readonly revoked_at: number | null;
}

/*
 *   T1 current ──T1 shown──> T2 current, T1 previous ──T2 shown──> T3 current, T2 previous (T1: reuse)
 *                             │      ↑
 *                             └──────┘ T1 shown again: its answer was lost; T2 is given once more
 */
/** Moves a session to its next refresh token. A reuse is answered, not thrown, because its revocation has to be committed. */
export const rotateSession = writeUnit(async (tx, input: Rotation): Promise<RotationResult> => {
  // The device row is the lock of its session: everything that changes a session takes it first.
  await tx.sql(
    'UPDATE devices SET seen_at = ? WHERE id = (SELECT device_id FROM sessions WHERE id = ?) AND revoked_at IS NULL',
    [tx.now, input.sessionId],
  );
  const [row] = await tx.sql<SessionRow>(
    'SELECT user_id, device_id, refresh_hash, prev_hash, expires_at, revoked_at FROM sessions WHERE id = ?',
    [input.sessionId],
  );
  if (!row || row.revoked_at !== null || row.expires_at <= tx.now) return { is: 'gone' };
  const who = { userId: row.user_id, deviceId: row.device_id };
  if (isSame(row.refresh_hash, input.hash)) await advance(tx, input);
  else if (!isSame(row.prev_hash, input.hash)) {
    await revokeWhere(tx, who.userId, 'id = ?', who.deviceId);
    return { is: 'reuse', ...who };
  }
  return { is: 'live', ...who, account: await readAccount(tx, who.userId) };
});

async function advance(tx: Tx, input: Rotation): Promise<void> {
  await tx.sql(
    'UPDATE sessions SET prev_hash = refresh_hash, refresh_hash = ?, rotated_at = ?, expires_at = ? WHERE id = ?',
    [input.nextHash, tx.now, input.expiresAt, input.sessionId],
  );
}

function isSame(a: Uint8Array | null, b: Uint8Array): boolean {
  return a !== null && a.length === b.length && a.every((byte, at) => byte === b[at]);
}
