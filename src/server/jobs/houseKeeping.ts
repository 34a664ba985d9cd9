import type { MediaTools } from '#server/services/media/mediaTools.ts';
import type { BundleStore } from '#server/services/miniApps/bundleStore.ts';
import type { OpenedStorage } from '#server/storage/openedStorage.ts';
import type { Log } from '#server/transport/log.ts';
import { cleanBundles } from './cleanBundles.ts';
import { cleanFiles } from './cleanFiles.ts';
import { cleanMedia } from './cleanMedia.ts';
import type { Job } from './job.ts';
import { periodicJob } from './periodicJob.ts';

const minute = 60_000;
/** Commands may be repeated for this long, ms. */
const opsKeptMs = 7 * 24 * 60 * minute;
/** Rows per transaction: small enough that a message waiting behind it does not notice. */
const batch = 200;

/** Repeats a batch until it was not full. */
async function drain(step: () => Promise<number>): Promise<void> {
  while ((await step()) === batch);
}

/** What the installation keeps. */
export interface Kept {
  readonly storage: OpenedStorage;
  readonly media: Pick<MediaTools, 'store' | 'uploads'>;
  readonly bundles: BundleStore;
}

/** What the database and the stored files need from time to time. `now`: server clock, ms. */
export function houseKeeping({ storage, media, bundles }: Kept, log: Log, now: () => number): Job[] {
  return [
    periodicJob('expireSessions', 10 * minute, log, () => drain(() => storage.run('expireSessions', { limit: batch }))),
    periodicJob('cleanOps', 15 * minute, log, () =>
      drain(() => storage.run('cleanOps', { before: now() - opsKeptMs, limit: batch })),
    ),
    periodicJob('cleanActs', 15 * minute, log, () => drain(() => storage.run('cleanActs', { limit: batch }))),
    periodicJob('cleanMedia', 10 * minute, log, () => cleanMedia(storage, media.store, now)),
    periodicJob('cleanFiles', 10 * minute, log, () => cleanFiles(storage, media)),
    periodicJob('cleanBundles', 30 * minute, log, () => cleanBundles(storage, bundles, now)),
    periodicJob('cleanModeration', 30 * minute, log, () =>
      drain(() => storage.run('cleanModeration', { limit: batch })),
    ),
    periodicJob('cleanScheduled', 60 * minute, log, () => drain(() => storage.run('cleanScheduled', { limit: batch }))),
    periodicJob('cleanApps', 60 * minute, log, () => drain(() => storage.run('cleanApps', { limit: batch }))),
    periodicJob('cleanLinks', 30 * minute, log, () => drain(() => storage.run('cleanLinks', { limit: batch }))),
    periodicJob('cleanCards', 60 * minute, log, () => drain(() => storage.run('cleanCards', { limit: batch }))),
    // In many small steps: one large copy of the log would hold up every send for tens of milliseconds.
    periodicJob('checkpoint', 1_000, log, () => storage.checkpoint()),
  ];
}
