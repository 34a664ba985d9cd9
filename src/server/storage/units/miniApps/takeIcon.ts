import { pictureOf } from '#domain/faceId.ts';
import type { AppManifest } from '#protocol/entities/miniApps.ts';
import type { UserId } from '#protocol/ids.ts';
import { replacePicture } from '#server/storage/rows/replacePicture.ts';
import { mediaUse } from '#server/storage/schema/mediaTables.ts';
import type { Tx } from '#server/storage/unit.ts';

/**
 * Takes the icon of a new version into use. Versions of one app share an icon; a new one must be a fresh upload of its maker. The caller has the app locked.
 * Throws NOT_FOUND.
 */
export async function takeIcon(
  tx: Tx,
  { owner, manifest: { icon } }: { owner: UserId; manifest: AppManifest },
  versions: readonly { manifest: string }[],
): Promise<void> {
  if (pictureOf(icon) === undefined) return;
  if (versions.some(({ manifest }) => (JSON.parse(manifest) as AppManifest).icon === icon)) return;
  await replacePicture(tx, { old: null, next: icon, owner, purpose: 'app', as: mediaUse.app });
}
