import { appState } from '#protocol/entities/appStates.ts';
import type { AppManifest, MadeApp } from '#protocol/entities/miniApps.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId, UserId } from '#protocol/ids.ts';
import { toAppId, toUserId } from '#protocol/casts.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';

export type VersionFacts = Omit<MadeApp['versions'][number], 'preview'>;
/** An app of a maker, without addresses. */
export interface MadeFacts extends Omit<MadeApp, 'versions'> {
  versions: VersionFacts[];
}

/** A version as it lies in the table. */
export interface VersionRow {
  app_id: string;
  n: number;
  manifest: string;
  state: number;
  note: string | null;
  created_at: number;
  decided_at: number | null;
}
export const versionColumns = 'v.app_id, v.n, v.manifest, v.state, v.note, v.created_at, v.decided_at';

/** Total. */
export const toVersionFacts = (row: VersionRow): VersionFacts => ({
  n: row.n,
  st: row.state,
  manifest: JSON.parse(row.manifest) as AppManifest,
  ...(row.note === null ? {} : { note: row.note }),
  created: row.created_at,
  ...(row.decided_at === null ? {} : { decided: row.decided_at }),
});

interface Made {
  id: string;
  bot: number;
  state: number;
  live_n: number | null;
  note: string | null;
  created_at: number;
  people: number;
}
interface Tester {
  app_id: string;
  id: number;
  handle: string;
  name: string;
}

/** The apps a person makes, or one of them; those that were removed are left out. The oldest first, their newest version first. */
async function readMade(tx: Tx, owner: UserId, app?: AppId): Promise<MadeFacts[]> {
  const apps = await tx.sql<Made>(
    `SELECT id, bot, state, live_n, note, created_at, people FROM apps WHERE owner_id = ? AND state <> ?
       ${app === undefined ? '' : 'AND id = ?'} ORDER BY created_at, id`,
    [owner, appState.removed, ...(app === undefined ? [] : [app])],
  );
  if (apps.length === 0) return [];
  const ids = apps.map(({ id }) => id);
  const list = placeholders(ids.length);
  const versions = await tx.sql<VersionRow>(
    `SELECT ${versionColumns} FROM app_versions v WHERE v.app_id IN (${list}) ORDER BY v.n DESC`,
    ids,
  );
  const testers = await tx.sql<Tester>(
    `SELECT t.app_id, u.id, u.handle, u.name FROM app_testers t JOIN users u ON u.id = t.user_id AND u.deleted_at IS NULL
      WHERE t.app_id IN (${list}) ORDER BY u.handle`,
    ids,
  );
  return apps.map((row) => ({
    id: toAppId(row.id),
    bot: row.bot,
    st: row.state,
    ...(row.live_n === null ? {} : { live: row.live_n }),
    ...(row.note === null ? {} : { note: row.note }),
    created: row.created_at,
    people: row.people,
    testers: testers
      .filter((tester) => tester.app_id === row.id)
      .map(({ id, handle, name }) => ({ id: toUserId(id), handle, name })),
    versions: versions.filter((version) => version.app_id === row.id).map(toVersionFacts),
  }));
}

/** The apps a person makes. */
export const listMadeApps = readUnit((tx, input: { owner: UserId }) => readMade(tx, input.owner));

/** One app of its maker. Throws NOT_FOUND. */
export async function readMadeApp(tx: Tx, owner: UserId, app: AppId): Promise<MadeFacts> {
  const [made] = await readMade(tx, owner, app);
  if (!made) throw new AppError('NOT_FOUND');
  return made;
}
