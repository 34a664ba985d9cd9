import { join } from 'node:path';
import { diskMediaStore } from '#server/services/media/diskMediaStore.ts';
import type { MediaTools } from '#server/services/media/mediaTools.ts';
import { createPictureMaker } from '#server/services/media/pictureMaker.ts';
import type { Config } from './config.ts';

/** Everything about pictures and files that the configuration decides. */
export async function createMediaTools({
  dataDir,
  files,
  personBytes,
}: Pick<Config, 'dataDir' | 'files' | 'personBytes'>): Promise<MediaTools> {
  // The client of such a service is large, and most installations have none.
  const store = files
    ? (await import('#server/services/media/s3MediaStore.ts')).s3MediaStore(files)
    : diskMediaStore(join(dataDir, 'media'));
  return { store, maker: createPictureMaker(), uploads: join(dataDir, 'uploads'), personBytes };
}
