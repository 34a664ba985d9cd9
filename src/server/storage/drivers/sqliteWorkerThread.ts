import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { deferred, type Deferred } from '#base/deferred.ts';
import { AppError } from '#protocol/errors.ts';
import { StorageOpenError } from '../storageOpenError.ts';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './sqliteWorkerMessages.ts';

/** A database thread as its owner sees it. One request at a time. */
export interface SqliteWorkerThread {
  /** Data generation, from a writer. */
  readonly gen: string;
  /** Throws UNAVAILABLE when the thread dies meanwhile: what was asked may or may not be stored, and a repeat settles it. */
  request(request: WorkerRequest): Promise<WorkerReply>;
}

interface Running {
  worker: Worker;
  gen: string;
  pending: Deferred<WorkerReply> | undefined;
  hasEnded: boolean;
}

/** Starts a thread and waits until its database is open. A thread that dies later is replaced at the next request. */
export async function sqliteWorkerThread(settings: WorkerSettings): Promise<SqliteWorkerThread> {
  let running = await start(settings);
  return {
    gen: running.gen,
    async request(request) {
      if (running.hasEnded) running = await start(settings).catch(toUnavailable);
      const pending = deferred<WorkerReply>();
      running.pending = pending;
      running.worker.postMessage(request);
      try {
        return await pending.promise;
      } finally {
        running.pending = undefined;
      }
    },
  };
}

async function start(settings: WorkerSettings): Promise<Running> {
  // No flags of the parent: the thread needs none, and a test runner's would break it.
  const worker = new Worker(new URL('./sqlite.worker.ts', import.meta.url), {
    workerData: settings,
    execArgv: [],
    env: workerEnv(),
  });
  const opening = deferred<WorkerReply>();
  const running: Running = { worker, gen: '', pending: opening, hasEnded: false };
  let cause: unknown;
  worker.on('message', (message: WorkerReply) => running.pending?.resolve(message));
  worker.on('error', (error) => {
    cause = error;
  });
  worker.on('exit', () => {
    running.hasEnded = true;
    running.pending?.reject(new AppError('UNAVAILABLE', { message: 'The database thread has ended', cause }));
  });
  const reply = await opening.promise;
  running.pending = undefined;
  if (reply.kind === 'refused') throw new StorageOpenError(reply.message);
  if (reply.kind === 'ready') running.gen = reply.gen;
  return running;
}

/** A thread does not take over the compile cache its process has switched on; told by environment it does, and starts in a third of the time. */
function workerEnv(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir();
  // The answer is the part for this version of Node; the variable wants the folder above.
  return folder === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(folder) };
}

function toUnavailable(error: unknown): never {
  throw new AppError('UNAVAILABLE', { message: 'The database thread cannot be started again', cause: error });
}
