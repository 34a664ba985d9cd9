import { isFreeAppId } from '#domain/appRules.ts';
import { appState, versionState } from '#protocol/entities/appStates.ts';
import type { AppManifest } from '#protocol/entities/miniApps.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId, UserId } from '#protocol/ids.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { dropIcons } from './dropIcons.ts';
import { lockApp } from './lockApp.ts';
import { saveAppListing } from './saveAppListing.ts';
import { takeIcon } from './takeIcon.ts';
import { toAppKeys, toAppToken } from './toAppKeys.ts';

/** An app that comes with the messenger. `owner`: an account that nobody can log in to; it is made when there is none. `bot`: first part of the token, for an app that is not there yet. */
export interface InstallInput {
  readonly app: AppId;
  readonly owner: UserId;
  readonly handle: string;
  readonly name: string;
  readonly bot: number;
  readonly secret: string;
  readonly manifest: AppManifest;
}

/**
 * Enters an app of the installation itself in the registry, approved, as often as it starts; what has not changed stays as it is. Answers the first part of its token. One that
 * an administrator has closed, or that was removed, stays so. Throws NAME_TAKEN, NOT_FOUND (its icon is no fresh upload of the owner).
 */
export const installApp = writeUnit(async (tx, input: InstallInput): Promise<{ bot: number }> => {
  const { app, owner, secret } = input;
  if (!isFreeAppId(app)) throw new AppError('NAME_TAKEN');
  await ensureOwner(tx, input);
  const { hash, dataKey } = toAppKeys(toAppToken(input.bot, secret));
  const made = await tx.sql(
    `INSERT INTO apps (id, owner_id, bot, token_hash, data_key, created_at) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING RETURNING id`,
    [app, owner, input.bot, hash, dataKey, tx.now],
  );
  const row = await lockApp(tx, app, 'change').catch((error: unknown) => {
    // Nothing was made and nothing is there: the number belongs to another app.
    throw error instanceof AppError && error.code === 'NOT_FOUND' ? new AppError('NAME_TAKEN') : error;
  });
  if (row.owner_id !== owner) throw new AppError('NAME_TAKEN');
  if (made.length === 0) {
    const keys = toAppKeys(toAppToken(row.bot, secret));
    await tx.sql('UPDATE apps SET token_hash = ?, data_key = ? WHERE id = ?', [keys.hash, keys.dataKey, app]);
  }
  await release(tx, input, row.live_n);
  return { bot: row.bot };
});

/** Makes a version of the manifest live, unless it is. */
async function release(tx: Tx, { app, owner, manifest }: InstallInput, live: number | null): Promise<void> {
  const text = JSON.stringify(manifest);
  const versions = await tx.sql<{ n: number; manifest: string }>(
    'SELECT n, manifest FROM app_versions WHERE app_id = ? ORDER BY n',
    [app],
  );
  if (versions.find(({ n }) => n === live)?.manifest === text) return;
  await takeIcon(tx, { owner, manifest }, versions);
  const n = (versions.at(-1)?.n ?? 0) + 1;
  await tx.sql(
    'INSERT INTO app_versions (app_id, n, manifest, state, created_at, decided_at) VALUES (?, ?, ?, ?, ?, ?)',
    [app, n, text, versionState.approved, tx.now, tx.now],
  );
  // Only the port may differ from the one before, at every start: old ones are of no use.
  await tx.sql('DELETE FROM app_versions WHERE app_id = ? AND n < ?', [app, n - 1]);
  await dropIcons(tx, app, versions);
  await tx.sql('UPDATE apps SET live_n = ?, state = CASE WHEN state = ? THEN ? ELSE state END WHERE id = ?', [
    ...[n, appState.draft, appState.live, app],
  ]);
  await saveAppListing(tx, app);
}

async function ensureOwner(tx: Tx, { owner, handle, name }: InstallInput): Promise<void> {
  const known = await tx.sql('SELECT id FROM users WHERE id = ?', [owner]);
  if (known.length > 0) return;
  const insert = (free: string) =>
    tx.sql(
      'INSERT INTO users (id, handle, name, password, created_at) VALUES (?, ?, ?, NULL, ?) ON CONFLICT (handle) DO NOTHING RETURNING id',
      [owner, free, name, tx.now],
    );
  // Somebody may have taken the name before the apps were switched on; their account stays theirs.
  if ((await insert(handle)).length === 0 && (await insert(`${handle}.${tx.ids.id().toString(36)}`)).length === 0)
    throw new AppError('HANDLE_TAKEN');
  await tx.sql('INSERT INTO user_heads (user_id, urev) VALUES (?, 0)', [owner]);
}
