import { makeCards } from '#server/services/links/makeCards.ts';
import type { LinkTools } from '#server/services/links/linkTools.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { Log } from '#server/transport/log.ts';
import type { Job } from './job.ts';
import { periodicJob } from './periodicJob.ts';

/** Makes cards of the links that people send. Several nodes may do so: each address is one node's. `everyMs`: pause between two looks. */
export function linkKeeper(
  context: Pick<ServiceContext, 'storage' | 'live'>,
  tools: LinkTools,
  log: Log,
  everyMs = 1_000,
): Job {
  const end = new AbortController();
  const job = periodicJob('linkKeeper', everyMs, log, () => makeCards(context, tools, end.signal));
  return {
    ...job,
    stop() {
      end.abort();
      return job.stop();
    },
  };
}
