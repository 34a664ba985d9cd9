import { AppError } from '#protocol/errors.ts';
import type { OpId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { useLookPhoto } from './useLookPhoto.ts';

/** Settings of one person, one for each chat among them; a client that makes up keys must not fill the database. */
const prefsMax = 300 + limits.chatsMax;

/** Stores a setting under the person's next number. Throws BAD when there are too many. */
export const setPref = writeUnit(
  async (tx, input: { userId: UserId; op: OpId; key: string; val: string }) =>
    await withOp(tx, { userId: input.userId, op: input.op, name: 'pref.set' }, async () => {
      const urev = await bumpUrev(tx, input.userId);
      const [old] = await tx.sql<{ val: string }>('SELECT val FROM user_prefs WHERE user_id = ? AND key = ?', [
        input.userId,
        input.key,
      ]);
      await tx.sql(
        `INSERT INTO user_prefs (user_id, key, val, urev) VALUES (?, ?, ?, ?)
         ON CONFLICT (user_id, key) DO UPDATE SET val = excluded.val, urev = excluded.urev`,
        [input.userId, input.key, input.val, urev],
      );
      await useLookPhoto(tx, { ...input, before: old?.val });
      const [row] = await tx.sql<{ total: number }>('SELECT count(*) AS total FROM user_prefs WHERE user_id = ?', [
        input.userId,
      ]);
      if ((row?.total ?? 0) > prefsMax) throw new AppError('BAD', { message: 'too many settings' });
      return { u: urev };
    }),
);
