import type { ServiceContext } from '#server/services/serviceContext.ts';
import { publishOutcome } from '#server/services/chats/publishOutcome.ts';
import type { Log } from '#server/transport/log.ts';
import type { Job } from './job.ts';
import { periodicJob } from './periodicJob.ts';

/** Does removals whose day of waiting is over, one chat per transaction, and tells the chats of it. `everyMs`: pause between two looks. */
export const guardKeeper = (
  { storage, live }: Pick<ServiceContext, 'storage' | 'live'>,
  log: Log,
  everyMs = 30_000,
): Job =>
  periodicJob('guardKeeper', everyMs, log, async () => {
    for (;;) {
      const outcome = await storage.run('performDueAct', undefined);
      if (!outcome) return;
      publishOutcome(live, outcome);
    }
  });
