import type { UserId } from '#protocol/ids.ts';
import { readUnit } from '#server/storage/unit.ts';

/** The hash to log in with. `null`: no such handle, or an account without a password. */
export const getLogin = readUnit(
  async (tx, input: { handle: string }): Promise<{ userId: UserId; password: string } | null> => {
    const [row] = await tx.sql<{ id: UserId; password: string | null }>(
      'SELECT id, password FROM users WHERE handle = ? AND deleted_at IS NULL',
      [input.handle],
    );
    return row && row.password !== null ? { userId: row.id, password: row.password } : null;
  },
);
