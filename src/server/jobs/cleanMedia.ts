import { pictureSizes } from '#protocol/entities/media.ts';
import { fileKey } from '#server/services/media/fileKey.ts';
import type { MediaStore } from '#server/services/media/mediaStore.ts';
import type { Storage } from '#server/storage/units.ts';

/** How long an upload may wait for its use, ms. */
const unusedMs = 24 * 3_600_000;
/** Pictures per step. */
const batch = 100;

/**
 * Deletes the files of pictures that were replaced and of uploads that nobody used within a day, then forgets them: in this order, so that an end in the
 * middle leaves nothing behind that is not found again. `now`: server clock, ms.
 */
export async function cleanMedia(storage: Storage, store: MediaStore, now: () => number): Promise<void> {
  let found = batch;
  while (found === batch) {
    const ids = await storage.run('listDeadMedia', { unusedBefore: now() - unusedMs, limit: batch });
    for (const id of ids) for (const size of pictureSizes) await store.delete(fileKey(id, size));
    await storage.run('dropMedia', { ids });
    found = ids.length;
  }
}
