import { randomUUID } from 'node:crypto';
import type { AppId, UserId } from '#protocol/ids.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { AppTools } from './appTools.ts';
import { unpackBundle } from './unpackBundle.ts';

/** A zip as it came. */
export interface BundleUpload {
  readonly owner: UserId;
  readonly app: AppId;
  readonly zip: Uint8Array;
}

/** Unpacks and keeps the files of a version to be. Nothing uses them yet. Answers the name of the bundle. Throws TOO_LARGE, BAD (see `unpackBundle`), NOT_FOUND, FULL. */
export async function uploadBundle(
  { storage }: Pick<ServiceContext, 'storage'>,
  { bundles }: Pick<AppTools, 'bundles'>,
  { owner, app, zip }: BundleUpload,
): Promise<string> {
  const files = await unpackBundle(zip);
  const id = randomUUID();
  const sizes = Object.fromEntries([...files].map(([path, { length }]) => [path, length]));
  const bytes = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  await storage.run('addBundle', { id, app, owner, files: sizes, bytes });
  await bundles.put(id, files);
  return id;
}
