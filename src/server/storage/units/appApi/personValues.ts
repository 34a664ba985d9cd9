import { AppError } from '#protocol/errors.ts';
import { readUnit, writeUnit } from '#server/storage/unit.ts';
import { lockAllowed, putAppValue } from '#server/storage/units/miniApps/appValues.ts';
import { lockPerson, type PersonInput } from './lockPerson.ts';
import { withCall, type AppCall } from './withCall.ts';
import { appState } from '#protocol/entities/appStates.ts';
import type { AppId } from '#protocol/ids.ts';

type KeyInput = PersonInput & { readonly key: string };

/** Keys of the values an app keeps for a person, in order. Throws NOT_FOUND, FORBIDDEN. */
export const listPersonKeys = writeUnit(async (tx, input: PersonInput): Promise<string[]> => {
  const { row, user } = await lockPerson(tx, input);
  await lockAllowed(tx, { app: row.id, user }, 'storage');
  const rows = await tx.sql<{ key: string }>(
    'SELECT key FROM app_values WHERE app_id = ? AND user_id = ? ORDER BY key',
    [row.id, user],
  );
  return rows.map(({ key }) => key);
});

/** One value. Throws NOT_FOUND (person or value), FORBIDDEN. */
export const getPersonValue = writeUnit(async (tx, input: KeyInput): Promise<string> => {
  const { row, user } = await lockPerson(tx, input);
  await lockAllowed(tx, { app: row.id, user }, 'storage');
  const [found] = await tx.sql<{ val: string }>(
    'SELECT val FROM app_values WHERE app_id = ? AND user_id = ? AND key = ?',
    [row.id, user, input.key],
  );
  if (!found) throw new AppError('NOT_FOUND', { message: 'no such value' });
  return found.val;
});

/** Keeps a value. Throws NOT_FOUND, FORBIDDEN, FULL, CID_MISMATCH. */
export const savePersonValue = writeUnit(
  async (tx, { app, person, hash, key, name, value }: PersonInput & AppCall & { name: string; value: string }) => {
    await withCall(tx, { app, key, hash }, async () => {
      const { row, user } = await lockPerson(tx, { app, person });
      await lockAllowed(tx, { app: row.id, user }, 'storage');
      await putAppValue(tx, { app: row.id, user, key: name, value });
      return {};
    });
    return null;
  },
);

/** Deletes a value; one there is not counts for nothing. Throws NOT_FOUND, FORBIDDEN. */
export const deletePersonValue = writeUnit(async (tx, input: KeyInput): Promise<null> => {
  const { row, user } = await lockPerson(tx, input);
  await lockAllowed(tx, { app: row.id, user }, 'storage');
  await tx.sql('DELETE FROM app_values WHERE app_id = ? AND user_id = ? AND key = ?', [row.id, user, input.key]);
  return null;
});

/** Whether a token's first part is that of an app which was removed: its own token is not known any more. */
export const isRemovedBot = readUnit(async (tx, { bot }: { bot: number }): Promise<boolean> => {
  const rows = await tx.sql<{ id: AppId }>('SELECT id FROM apps WHERE bot = ? AND state = ?', [bot, appState.removed]);
  return rows.length > 0;
});
