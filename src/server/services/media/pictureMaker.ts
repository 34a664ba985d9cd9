import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { invariant } from '#base/invariant.ts';
import { deferred, type Deferred } from '#base/deferred.ts';
import { pictureSizes } from '#protocol/entities/media.ts';
import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import type { Photo, PictureAnswer, PictureFile, PictureJob, PictureReply, SmallPicture } from './pictureMessages.ts';
import type { PictureKind } from './sniffPicture.ts';

/** Makes pictures of files from strangers. */
export interface PictureMaker {
  /** A file of every size. Throws TOO_LARGE (more pixels or more time than is allowed), NOT_A_PICTURE, BUSY when too many wait; an Error when no process starts. */
  make(kind: PictureKind, bytes: Uint8Array): Promise<readonly PictureFile[]>;
  /**
   * The copies of a message's picture in a file of this machine, each a file beside it that whoever asked removes, also after a failure. Throws as `make` does; more frames than are allowed are TOO_LARGE
   * too.
   */
  photo(kind: PictureKind, path: string): Promise<Photo>;
  /** A small picture of one that a page names, of at most 640 px; of one that moves the first frame. Throws as `make` does. */
  link(kind: PictureKind, bytes: Uint8Array): Promise<SmallPicture>;
  /** Ends the processes; who still waits is answered UNAVAILABLE. */
  stop(): void;
}

/** What may differ; tests use small values and a program of their own. */
export interface PictureMakerOptions {
  /** processes at a time */
  readonly processes: number;
  /** jobs that may wait */
  readonly waitingMax: number;
  /** time of one job, ms; its process is killed then */
  readonly jobMs: number;
  /** after this long without a job a process ends, to give its memory back, ms */
  readonly idleMs: number;
  /** time of a photo, ms */
  readonly photoMs: number;
  /** pixels of a source, width × height */
  readonly pixelsMax: number;
  readonly program: URL;
}

const defaults: PictureMakerOptions = {
  processes: Math.max(1, Math.min(2, availableParallelism() - 1)),
  waitingMax: 50,
  jobMs: 10_000,
  idleMs: 60_000,
  photoMs: 30_000,
  pixelsMax: 50_000_000,
  program: new URL('./picture.worker.ts', import.meta.url),
};

/** Longest side of the picture of a page, px: twice as wide as its card. */
const linkSide = 640;

/** Retry hint when too many jobs wait, ms. */
const busyRetryMs = 5_000;

interface Waiting {
  readonly job: PictureJob;
  /** time it may take, ms */
  readonly ms: number;
  readonly result: Deferred<PictureAnswer & { ok: true }>;
}

/** Makes a {@link PictureMaker}. Processes start with the first job, do one job at a time, and are replaced when they crash or hang. */
export function createPictureMaker(options: Partial<PictureMakerOptions> = {}): PictureMaker {
  const settings = { ...defaults, ...options };
  const queue: Waiting[] = [];
  const workers = new Set<PictureProcess>();
  let isOver = false;

  const next = (): void => {
    if (queue.length === 0) return;
    let free = [...workers].find((worker) => worker.isFree());
    if (!free && workers.size < settings.processes) {
      const worker = pictureProcess(settings, {
        onFree: next,
        onEnd() {
          workers.delete(worker);
          next();
        },
      });
      workers.add(worker);
      free = worker;
    }
    const first = free && queue.shift();
    if (free && first) free.do(first);
  };
  const ask = (job: PictureJob, ms: number): Promise<PictureAnswer & { ok: true }> => {
    if (isOver) return Promise.reject(new AppError('UNAVAILABLE'));
    if (queue.length >= settings.waitingMax) return Promise.reject(new AppError('BUSY', { retry: busyRetryMs }));
    const result = deferred<PictureAnswer & { ok: true }>();
    queue.push({ job, ms, result });
    next();
    return result.promise;
  };
  return {
    async make(kind, bytes) {
      const answer = await ask({ kind, bytes, pixelsMax: settings.pixelsMax, sizes: pictureSizes }, settings.jobMs);
      invariant('files' in answer, 'squares were asked for');
      return answer.files;
    },
    async photo(kind, path) {
      const { picturePixelsMax: pixelsMax, pictureFramesMax: framesMax, pictureSideMax: sideMax } = limits;
      const answer = await ask({ kind, path, pixelsMax, framesMax, sideMax }, settings.photoMs);
      invariant('photo' in answer, 'a photo was asked for');
      return answer.photo;
    },
    async link(kind, bytes) {
      const answer = await ask({ kind, bytes, pixelsMax: settings.pixelsMax, side: linkSide }, settings.jobMs);
      invariant('small' in answer, 'a small picture was asked for');
      return answer.small;
    },
    stop() {
      isOver = true;
      for (const { result } of queue.splice(0)) result.reject(new AppError('UNAVAILABLE'));
      for (const worker of workers) worker.end();
    },
  };
}

interface PictureProcess {
  isFree(): boolean;
  do(waiting: Waiting): void;
  end(): void;
}

/** A process that gets no variable of the environment, where the database's password may stand, and no flags, since a test runner's would break it. */
function start(program: URL): ChildProcess {
  const child = fork(program, [], {
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // A server that ends does not wait for it.
  child.unref();
  child.channel?.unref();
  return child;
}

function pictureProcess(
  { program, idleMs }: PictureMakerOptions,
  on: { onFree: () => void; onEnd: () => void },
): PictureProcess {
  const child = start(program);
  let current: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** what a job is refused with that ends with the process */
  let reason: Error = new Error('the picture process does not start');
  const endIn = (ms: number, why: Error): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      reason = why;
      child.kill('SIGKILL');
    }, ms);
    timer.unref();
  };
  let hasEnded = false;
  const ended = (): void => {
    if (hasEnded) return;
    hasEnded = true;
    clearTimeout(timer);
    current?.result.reject(reason);
    current = undefined;
    on.onEnd();
  };
  child.on('message', (reply: PictureReply) => {
    if ('ready' in reply) {
      reason = new AppError('NOT_A_PICTURE');
      return;
    }
    const done = current;
    current = undefined;
    endIn(idleMs, reason);
    if (reply.ok) done?.result.resolve(reply);
    else done?.result.reject(new AppError(reply.code));
    on.onFree();
  });
  child.on('exit', ended);
  child.on('error', ended);
  return {
    isFree: () => current === undefined && !hasEnded && child.connected,
    do(waiting) {
      current = waiting;
      endIn(waiting.ms, new AppError('TOO_LARGE', { message: 'took too long' }));
      child.send(waiting.job);
    },
    end() {
      reason = new AppError('UNAVAILABLE');
      child.kill('SIGKILL');
    },
  };
}
