import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Transfer } from '#miniapps/gift/server/createLedger.ts';
import type { RaceWork } from './raceWorker.ts';

/** Lets a thread of its own do each list of transfers, all at the same time, on one file. Answers `ok` or the code of the refusal for each. */
export async function raceTransfers(file: string, lists: readonly (readonly Transfer[])[]): Promise<string[][]> {
  return Promise.all(
    lists.map(async (transfers) => {
      const work: RaceWork = { file, transfers };
      const worker = new Worker(new URL('./raceWorker.ts', import.meta.url), { workerData: work });
      const [codes] = (await once(worker, 'message')) as [string[]];
      await worker.terminate();
      return codes;
    }),
  );
}
