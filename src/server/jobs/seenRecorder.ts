import { toDeviceId } from '#protocol/casts.ts';
import type { Storage } from '#server/storage/units.ts';
import type { Log } from '#server/transport/log.ts';
import type { Job } from './job.ts';
import { periodicJob } from './periodicJob.ts';

/** Collects when devices were last here and writes it now and then: a write per request would cost more than the request. */
export interface SeenRecorder extends Job {
  note(deviceId: string): void;
  /** Writes what was collected. */
  flush(): Promise<void>;
}

const everyMs = 30_000;
const batch = 500;

/** Makes a {@link SeenRecorder}. `now`: server clock, ms. */
export function seenRecorder(storage: Storage, log: Log, now: () => number): SeenRecorder {
  let seen = new Map<string, number>();
  const flush = async () => {
    const entries = [...seen].map(([id, at]) => [toDeviceId(id), at] as const);
    seen = new Map();
    for (let from = 0; from < entries.length; from += batch) {
      await storage.run('markSeen', entries.slice(from, from + batch));
    }
  };
  const job = periodicJob('recordSeen', everyMs, log, flush);
  return {
    id: job.id,
    run: job.run,
    flush,
    note: (deviceId) => void seen.set(deviceId, now()),
    async stop() {
      await job.stop();
      await flush();
    },
  };
}
