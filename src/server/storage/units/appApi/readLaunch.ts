import type { AppId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import { readUnit } from '#server/storage/unit.ts';
import { readScopes } from '#server/storage/units/miniApps/readScopes.ts';

/** What is known of an opening by its name. `opened`: null when there is none, or the person has taken everything back since. */
export interface LaunchFacts {
  readonly dataKey: Uint8Array;
  readonly opened: { readonly person: number; readonly isNamed: boolean } | null;
}

/** The key an app's init data is signed with, and the opening that such data names. `isNamed`: the person lets the app know who he is, now. Null: there is no such app. */
export const readLaunch = readUnit(async (tx, { app, q }: { app: AppId; q: string }): Promise<LaunchFacts | null> => {
  const [key] = await tx.sql<{ data_key: Uint8Array }>('SELECT data_key FROM apps WHERE id = ?', [app]);
  if (!key) return null;
  const [launch] = await tx.sql<{ user_id: number; pid: number }>(
    `SELECT l.user_id, p.pid FROM app_launches l JOIN apps a ON a.id = l.app_id
       JOIN app_pids p ON p.owner_id = a.owner_id AND p.user_id = l.user_id WHERE l.q = ? AND l.app_id = ?`,
    [q, app],
  );
  if (!launch) return { dataKey: key.data_key, opened: null };
  const scopes = await readScopes(tx, app, toUserId(launch.user_id));
  return { dataKey: key.data_key, opened: { person: launch.pid, isNamed: scopes.isAllowed('profile') } };
});
