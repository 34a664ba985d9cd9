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
  const stored = await kabar.getAccount(userId);
  if (stored) return stored;
  if (why === 'deleted') return undefined;
  // The browser cleared everything of this site: the session in this tab is all that is left.
  const record: AccountRecord = { uid: userId, deviceId, account, lastUsed: Date.now() };
  if (state === 'ended') record.ended = 1;
  await kabar.putAccount(record);
  return record;
}
