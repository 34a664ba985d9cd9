import type { AppScope } from '#protocol/entities/appScopes.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId, OpId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { lockUse } from './lockUse.ts';
import { readScopes } from './readScopes.ts';
import { requireOpen } from './standingAt.ts';
import type { LockedApp } from './lockApp.ts';

/** Which app does something with what it keeps for whom. */
export interface ValuesInput {
  readonly app: AppId;
  readonly user: UserId;
}

/** An app that this person has opened and lets have this now. Throws NOT_FOUND, FORBIDDEN. */
export async function lockAllowed(tx: Tx, { app, user }: ValuesInput, scope: AppScope): Promise<LockedApp> {
  const row = await lockUse(tx, app, user);
  await requireOpen(tx, row, user);
  const scopes = await readScopes(tx, app, user);
  if (!scopes.isAllowed(scope)) throw new AppError('FORBIDDEN', { message: `not allowed: ${scope}` });
  return row;
}

/** Keys of the values an app keeps for a person, in order. Throws NOT_FOUND, FORBIDDEN. A write unit only for the lock: what was denied is not read any more. */
export const listAppKeys = writeUnit(async (tx, input: ValuesInput): Promise<string[]> => {
  await lockAllowed(tx, input, 'storage');
  const rows = await tx.sql<{ key: string }>(
    'SELECT key FROM app_values WHERE app_id = ? AND user_id = ? ORDER BY key',
    [input.app, input.user],
  );
  return rows.map(({ key }) => key);
});

/** Values by key, in the order asked for; an empty text for a key there is not, as pages expect it. Throws NOT_FOUND, FORBIDDEN. */
export const getAppValues = writeUnit(
  async (tx, input: ValuesInput & { keys: readonly string[] }): Promise<[string, string][]> => {
    await lockAllowed(tx, input, 'storage');
    const keys = [...new Set(input.keys)];
    if (keys.length === 0) return [];
    const rows = await tx.sql<{ key: string; val: string }>(
      `SELECT key, val FROM app_values WHERE app_id = ? AND user_id = ? AND key IN (${placeholders(keys.length)})`,
      [input.app, input.user, ...keys],
    );
    const found = new Map(rows.map(({ key, val }) => [key, val]));
    return keys.map((key) => [key, found.get(key) ?? '']);
  },
);

/** Keeps a value. Throws NOT_FOUND, FORBIDDEN, FULL (a key more than one app may have for one person). */
export const saveAppValue = writeUnit(
  async (tx, input: ValuesInput & { op: OpId; key: string; value: string }): Promise<null> => {
    const { app, user, op, key, value } = input;
    await withOp(tx, { userId: user, op, name: 'app.method' }, async () => {
      await lockAllowed(tx, input, 'storage');
      await putAppValue(tx, { app, user, key, value });
      return {};
    });
    return null;
  },
);

/** Writes a value of a person whose use is locked. Throws FULL. */
export async function putAppValue(tx: Tx, input: ValuesInput & { key: string; value: string }): Promise<void> {
  const { app, user, key, value } = input;
  const [count] = await tx.sql<{ n: number }>(
    'SELECT count(*) AS n FROM app_values WHERE app_id = ? AND user_id = ? AND key <> ?',
    [app, user, key],
  );
  if ((count?.n ?? 0) >= limits.appKeysMax) throw new AppError('FULL');
  await tx.sql(
    `INSERT INTO app_values (app_id, user_id, key, val) VALUES (?, ?, ?, ?)
      ON CONFLICT (app_id, user_id, key) DO UPDATE SET val = excluded.val`,
    [app, user, key, value],
  );
}

/** Deletes values; keys there are not count for nothing. Throws NOT_FOUND, FORBIDDEN. */
export const deleteAppValues = writeUnit(
  async (tx, input: ValuesInput & { op: OpId; keys: readonly string[] }): Promise<null> => {
    const { app, user, op, keys } = input;
    await withOp(tx, { userId: user, op, name: 'app.method' }, async () => {
      await lockAllowed(tx, input, 'storage');
      if (keys.length > 0)
        await tx.sql(
          `DELETE FROM app_values WHERE app_id = ? AND user_id = ? AND key IN (${placeholders(keys.length)})`,
          [app, user, ...keys],
        );
      return {};
    });
    return null;
  },
);
