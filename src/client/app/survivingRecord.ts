import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import type { DatabaseEnd } from '#client/adapters/db/dexieLocalStore.ts';
import type { AccountRecord, KabarDatabase } from '#client/adapters/db/kabarDatabase.ts';
import type { SessionState } from '#client/stores/sessionStore.ts';

/**
 * Whose database has to be made anew after it went away under an open tab; undefined when nobody is logged in any more. A log-out in another tab takes the
 * person's record away before the database; anything else that deletes it is no reason to ask for a password again.
 */
export async function survivingRecord(
  kabar: Pick<KabarDatabase, 'getAccount' | 'putAccount'>,
  { userId, deviceId, account, state }: SessionState,
  why: DatabaseEnd,
): Promise<AccountRecord | undefined> {
  if (!account || userId === undefined || deviceId === undefined) return undefined;
  if (why === 'deleted' && !(await kabar.getAccount(userId))) return undefined;
  const record: AccountRecord = { uid: userId, deviceId, account, lastUsed: Date.now() };
  if (state === 'ended') record.ended = 1;
  // Whoever cleared one database may be clearing this one too: it closes under the first try and opens anew at the second.
  await kabar
    .putAccount(record)
    .catch(() => kabar.putAccount(record))
    .catch((error: unknown) => consoleLog.warn('account.notKept', { error: String(error) }));
  return record;
}
