import { sendScheduled } from '#server/services/scheduled/sendScheduled.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { Log } from '#server/transport/log.ts';
import type { Job } from './job.ts';
import { periodicJob } from './periodicJob.ts';

/** Sends scheduled messages at their time. `everyMs`: pause between two looks, and so how late a message may be. */
export const scheduledSender = (
  context: Pick<ServiceContext, 'storage' | 'live' | 'now'>,
  log: Log,
  everyMs = 1_000,
): Job => periodicJob('scheduledSender', everyMs, log, () => sendScheduled(context));
