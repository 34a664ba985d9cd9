import { invariant } from '#base/invariant.ts';
import type { UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import { accountRole } from '#server/storage/rows/accountRole.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { LockedApp } from '#server/storage/units/miniApps/lockApp.ts';
import { saveAppAccount } from '#server/storage/units/miniApps/saveAppAccount.ts';

/** Whether an app has an account already: making one needs the app locked for a change. */
export async function hasAccount(tx: Tx, app: string): Promise<boolean> {
  const [row] = await tx.sql<{ account_id: number | null }>('SELECT account_id FROM apps WHERE id = ?', [app]);
  return row !== undefined && row.account_id !== null;
}

/** The account that an app's messages come from, made at its first. It has no handle and no password: nobody finds it, and nobody logs in to it. */
export async function openAccount(tx: Tx, { id: app }: LockedApp): Promise<UserId> {
  const [row] = await tx.sql<{ account_id: number | null }>('SELECT account_id FROM apps WHERE id = ?', [app]);
  invariant(row, 'the app is locked');
  if (row.account_id !== null) return toUserId(row.account_id);
  const account = toUserId(tx.ids.id());
  await tx.sql('INSERT INTO users (id, name, role, created_at) VALUES (?, ?, ?, ?)', [
    ...[account, app, accountRole.app, tx.now],
  ]);
  await tx.sql('INSERT INTO user_heads (user_id, urev) VALUES (?, 0)', [account]);
  await tx.sql('UPDATE apps SET account_id = ? WHERE id = ?', [account, app]);
  await saveAppAccount(tx, app);
  return account;
}
