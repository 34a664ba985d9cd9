import type { AppManifest } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';
import { replacePicture } from '#server/storage/rows/replacePicture.ts';
import { mediaUse } from '#server/storage/schema/mediaTables.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Gives icons to deletion that versions had before and none has now. The caller has the app locked. `before`: manifests as they lay in the table. */
export async function dropIcons(tx: Tx, app: AppId, before: readonly { manifest: string }[]): Promise<void> {
  const rows = await tx.sql<{ manifest: string }>('SELECT manifest FROM app_versions WHERE app_id = ?', [app]);
  const kept = new Set(rows.map(iconOf));
  const gone = new Set(before.map(iconOf).filter((icon) => !kept.has(icon)));
  for (const old of gone) await dropIcon(tx, old);
}

/** Gives one icon to deletion; nothing happens without one. */
export const dropIcon = (tx: Tx, old: string | undefined): Promise<void> =>
  // The owner only counts for a picture that is taken into use.
  replacePicture(tx, { old, next: null, owner: 0 as never, purpose: 'app', as: mediaUse.app });

const iconOf = ({ manifest }: { manifest: string }): string | undefined => (JSON.parse(manifest) as AppManifest).icon;
