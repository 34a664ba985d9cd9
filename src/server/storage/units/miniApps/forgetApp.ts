import { AppError } from '#protocol/errors.ts';
import type { AppId, OpId, UserId } from '#protocol/ids.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { lockApp } from './lockApp.ts';

const tables = ['app_grants', 'app_values', 'app_launches', 'app_log', 'app_inbox'] as const;

/**
 * Takes back all that an app was given. With the id under which its maker knew the person, the maker's other apps lose it too: it is one id for all of them, and must not
 * come back with the next opening. Throws NOT_FOUND for who never opened it.
 */
export const forgetApp = writeUnit(async (tx, input: { app: AppId; user: UserId; op: OpId }): Promise<null> => {
  const { app, user, op } = input;
  await withOp(tx, { userId: user, op, name: 'app.forget' }, async () => {
    const row = await lockApp(tx, app, 'change');
    const used = await tx.sql('DELETE FROM app_uses WHERE app_id = ? AND user_id = ? RETURNING app_id', [app, user]);
    if (used.length === 0) throw new AppError('NOT_FOUND');
    for (const table of tables) await tx.sql(`DELETE FROM ${table} WHERE app_id = ? AND user_id = ?`, [app, user]);
    // Cards that stand somewhere stay as they are, and are nobody's.
    await tx.sql('UPDATE app_cards SET user_id = 0 WHERE app_id = ? AND user_id = ?', [app, user]);
    await tx.sql('DELETE FROM app_pids WHERE owner_id = ? AND user_id = ?', [row.owner_id, user]);
    await tx.sql('UPDATE apps SET people = people - 1 WHERE id = ?', [app]);
    return {};
  });
  return null;
});
