import type { Account } from '#protocol/entities/user.ts';
import type { UserId } from '#protocol/ids.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { readAccount } from '#server/storage/units/accounts/readAccount.ts';
import { insertSession, type NewSession } from './insertSession.ts';

/** Logs a person in on a new device. Throws NOT_FOUND when the account was deleted meanwhile. */
export const startSession = writeUnit(async (tx, input: { userId: UserId; session: NewSession }): Promise<Account> => {
  const account = await readAccount(tx, input.userId);
  await insertSession(tx, input.userId, input.session);
  return account;
});
