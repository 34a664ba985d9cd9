import type { Account } from '#protocol/entities/user.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { insertSession, type NewSession } from '#server/storage/units/sessions/insertSession.ts';
import { readAccount } from './readAccount.ts';

/** A new account with its first device and session. `password`: the finished hash, null = nobody can log in with one. */
export interface NewAccount {
  readonly userId: UserId;
  readonly handle: string;
  readonly name: string;
  readonly password: string | null;
  readonly session: NewSession;
}

/** Makes an account. Throws HANDLE_TAKEN. */
export const createAccount = writeUnit(async (tx, input: NewAccount): Promise<Account> => {
  const made = await tx.sql(
    'INSERT INTO users (id, handle, name, password, created_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (handle) DO NOTHING RETURNING id',
    [input.userId, input.handle, input.name, input.password, tx.now],
  );
  if (made.length === 0) throw new AppError('HANDLE_TAKEN');
  await tx.sql('INSERT INTO user_heads (user_id, urev) VALUES (?, 0)', [input.userId]);
  await insertSession(tx, input.userId, input.session);
  return readAccount(tx, input.userId);
});
