import type { BundleStore } from '#server/services/miniApps/bundleStore.ts';
import type { Storage } from '#server/storage/units.ts';

/** How long an upload may wait for a version, and the files of a removed app for second thoughts of the operator, ms. */
const unusedMs = 24 * 3_600_000;
/** Bundles per step. */
const batch = 50;

/** Deletes the files of mini-apps that nothing names any more, then forgets them: an end in the middle leaves nothing behind that is not found again. `now`: server clock, ms. */
export async function cleanBundles(storage: Storage, bundles: BundleStore, now: () => number): Promise<void> {
  let found = batch;
  while (found === batch) {
    const ids = await storage.run('listDeadBundles', { before: now() - unusedMs, limit: batch });
    for (const id of ids) await bundles.delete(id);
    await storage.run('dropBundles', { ids });
    found = ids.length;
  }
}
