import { versionState } from '#protocol/entities/appStates.ts';
import type { AppManifest } from '#protocol/entities/miniApps.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { forUpdate } from '#server/storage/rows/forUpdate.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { changeOwnApp, type MadeChange } from './changeOwnApp.ts';
import { dropIcons } from './dropIcons.ts';
import { takeIcon } from './takeIcon.ts';
import type { LockedApp } from './lockApp.ts';
import type { MakerInput } from './MakerInput.ts';

interface Version {
  n: number;
  state: number;
  manifest: string;
}

/** Writes the draft of the next version. Throws NOT_FOUND (also for an icon that is no fresh upload for an app), FORBIDDEN (one waits for a reviewer), BAD (its files were never uploaded). */
export const saveApp = writeUnit((tx, input: MakerInput & { manifest: AppManifest }): Promise<MadeChange> =>
  changeOwnApp(tx, input, 'maker.save', async (row) => {
    await checkBundle(tx, input.app, input.manifest.source);
    const versions = await tx.sql<Version>('SELECT n, state, manifest FROM app_versions WHERE app_id = ? ORDER BY n', [
      input.app,
    ]);
    if (versions.some(({ state }) => state === versionState.review)) throw new AppError('FORBIDDEN');
    await takeIcon(tx, input, versions);
    const draft = versions.find(({ state }) => state === versionState.draft);
    const n = draft?.n ?? (versions.at(-1)?.n ?? 0) + 1;
    await tx.sql(
      `INSERT INTO app_versions (app_id, n, manifest, created_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (app_id, n) DO UPDATE SET manifest = excluded.manifest, created_at = excluded.created_at`,
      [input.app, n, JSON.stringify(input.manifest), tx.now],
    );
    if (!draft) await dropOldVersions(tx, row, [...versions, { n, state: versionState.draft, manifest: '' }]);
    await dropIcons(tx, input.app, versions);
  }),
);

/** The lock keeps a bundle that is used now from being cleaned up as unused. */
async function checkBundle(tx: Tx, app: AppId, source: AppManifest['source']): Promise<void> {
  if (source.kind !== 'bundle') return;
  const [bundle] = await tx.sql<{ files: string }>(
    `SELECT files FROM app_bundles WHERE id = ? AND app_id = ?${forUpdate(tx)}`,
    [source.bundle, app],
  );
  if (!bundle) throw new AppError('BAD', { message: 'these files were never uploaded for this app' });
  const files = JSON.parse(bundle.files) as Record<string, number>;
  if (!Object.hasOwn(files, source.entry))
    throw new AppError('BAD', { message: 'the first page is not among the files' });
}

/** Keeps as many versions as there is room for: of those that are neither live nor the newest, what was declined goes first, then what was approved longest ago. */
async function dropOldVersions(tx: Tx, app: LockedApp, versions: readonly Version[]): Promise<void> {
  const excess = versions.length - limits.appVersionsMax;
  if (excess <= 0) return;
  const spare = versions.filter(({ n, state }) => n !== app.live_n && state !== versionState.draft);
  const isApproved = ({ state }: Version): number => (state === versionState.approved ? 1 : 0);
  const order = spare.toSorted((one, other) => isApproved(one) - isApproved(other) || one.n - other.n);
  for (const { n } of order.slice(0, excess))
    await tx.sql('DELETE FROM app_versions WHERE app_id = ? AND n = ?', [app.id, n]);
}
