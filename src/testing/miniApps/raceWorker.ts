import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '#base/invariant.ts';
import { AppError } from '#protocol/errors.ts';
import { createLedger, type Transfer } from '#miniapps/gift/server/createLedger.ts';
import { giftSchema } from '#miniapps/gift/server/giftSchema.ts';
import { openAppDatabase } from '#miniapps/kit/server/openAppDatabase.ts';

/** One of several threads that write into the same book at the same time; says of each transfer how it went. */
export interface RaceWork {
  readonly file: string;
  readonly transfers: readonly Transfer[];
}

const raceWorker = parentPort;
invariant(raceWorker, 'this runs in a thread');
const { file, transfers } = workerData as RaceWork;
const db = openAppDatabase(file, giftSchema);
const ledger = createLedger(db, Date.now);
const codes = transfers.map((transfer) => {
  try {
    ledger.transfer(transfer);
    return 'ok';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
});
db.close();
raceWorker.postMessage(codes);
