import { refreshCards } from '#server/services/appApi/refreshCards.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { Log } from '#server/transport/log.ts';
import type { Job } from './job.ts';
import { periodicJob } from './periodicJob.ts';

/** Brings cards up to date that a stopped server left behind, or that came back after they had changed. `everyMs`: pause between two looks. */
export const cardKeeper = (context: Pick<ServiceContext, 'storage' | 'live'>, log: Log, everyMs = 30_000): Job =>
  periodicJob('cardKeeper', everyMs, log, () => refreshCards(context));
