import type { DeviceId, OpId, UserId } from '#protocol/ids.ts';
import { readUnit, writeUnit } from '#server/storage/unit.ts';
import { revokeWhere } from '#server/storage/units/devices/revokeWhere.ts';
import { findOp, withOp, type Operation } from './withOp.ts';

const operation = (userId: UserId, op: OpId): Operation => ({ userId, op, name: 'account.password' });

/** The hash to log in with. `null`: no such handle, or an account without a password. */
export const getLogin = readUnit(async (tx, input: { handle: string }): Promise<{ userId: UserId; password: string } | null> => {
  const [row] = await tx.sql<{ id: UserId; password: string | null }>(
    'SELECT id, password FROM users WHERE handle = ? AND deleted_at IS NULL',
    [input.handle],
  );
  return row && row.password !== null ? { userId: row.id, password: row.password } : null;
});

/** What a password change needs before it may happen: the stored answer of a repeat, or the present hash. */
export const getPasswordState = readUnit(async (tx, input: { userId: UserId; op: OpId }) => {
  const done = await findOp<{ revoked: number }>(tx, operation(input.userId, input.op));
  const [row] = await tx.sql<{ handle: string | null; password: string | null }>(
    'SELECT handle, password FROM users WHERE id = ? AND deleted_at IS NULL',
    [input.userId],
  );
  return { done: done?.result ?? null, handle: row?.handle ?? '', password: row?.password ?? null };
});

/** Replaces the hash and ends all sessions but the asking device's. `devices`: those that were logged out now. */
export const setPassword = writeUnit(
  async (tx, input: { userId: UserId; op: OpId; password: string; keep: DeviceId }) => {
    let devices: DeviceId[] = [];
    const { result } = await withOp(tx, operation(input.userId, input.op), async () => {
      await tx.sql('UPDATE users SET password = ? WHERE id = ?', [input.password, input.userId]);
      devices = await revokeWhere(tx, input.userId, 'id <> ?', input.keep);
      return { revoked: devices.length };
    });
    return { result, devices };
  },
);
