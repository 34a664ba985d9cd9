import type { Log } from '#server/transport/log.ts';
import type { Job } from './job.ts';

/** A job that repeats a step. Steps never overlap; one that fails is logged and tried again at its next turn. `everyMs`: pause between steps. */
export function periodicJob(id: string, everyMs: number, log: Log, step: () => Promise<void>): Job {
  let timer: NodeJS.Timeout | undefined;
  let current = Promise.resolve();
  let isOver = false;
  const turn = async () => {
    try {
      await step();
    } catch (error) {
      log.error('job.failed', error, { job: id });
    }
    if (!isOver) arm();
  };
  const arm = () => {
    timer = setTimeout(() => {
      current = turn();
    }, everyMs);
    timer.unref();
  };
  return {
    id,
    run: arm,
    async stop() {
      isOver = true;
      clearTimeout(timer);
      await current;
    },
  };
}
