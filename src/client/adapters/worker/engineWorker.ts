import type { Account } from '#protocol/entities/user.ts';
import type { Clock, Log, Surroundings } from '#sync/ports.ts';
import type { EngineOrder, EngineWorkerEnd, FromEngineWorker, ToEngineWorker } from './engineWorkerMessages.ts';

/** How often the worker is asked whether it is still there, ms. */
const pingMs = 5_000;
/** A worker that leaves this many pings in a row unanswered has hung. */
const silentPings = 2;
/** How long a worker may take for a proper end, ms: closing its connection. */
const stopLimitMs = 1_000;

/** One engine in a worker of this tab. */
export interface EngineWorker {
  /** Resolves when the worker's code is there and it has heard its order; never if it fails before. */
  readonly ready: Promise<void>;
  /** Resolves once, when nothing of the engine runs any more. */
  readonly ended: Promise<EngineWorkerEnd>;
  /** Asks it to close its connection and end; it is ended by force if it does not. */
  stop(): void;
  /** Ends it at once, before the page is put away: there is no time for a goodbye, and rows are safe because every commit is one transaction. */
  kill(): void;
}

/** What a worker needs of its tab. `spawn` makes the worker; `onAccount` hears of a fresh account card. */
export interface EngineWorkerDeps {
  spawn: () => Worker;
  clock: Clock;
  log: Log;
  surroundings: Surroundings;
  onAccount(account: Account): void;
}

/** Starts an engine in a worker of its own. The tab looks after it: one that hangs or fails is ended, and reported as `crashed`. */
export function startEngineWorker(deps: EngineWorkerDeps, order: EngineOrder): EngineWorker {
  const { clock, log, surroundings } = deps;
  const { promise: ended, resolve } = Promise.withResolvers<EngineWorkerEnd>();
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  const worker = deps.spawn();
  let stopTimer: (() => void) | undefined;
  let unanswered = 0;
  let isOver = false;

  const post = (message: ToEngineWorker): void => worker.postMessage(message);
  const end = (why: EngineWorkerEnd): void => {
    if (isOver) return;
    isOver = true;
    stopTimer?.();
    stopHearing();
    worker.terminate();
    resolve(why);
  };
  const stopHearing = surroundings.onChange((what) => {
    // A sleep of the device is no silence of the worker, which notices it by itself.
    if (what === 'wake') unanswered = 0;
    else post({ t: 'around', isVisible: surroundings.isVisible(), isOnline: surroundings.isOnline() });
  });
  const ping = (): void => {
    stopTimer = clock.after(pingMs, () => {
      if (unanswered >= silentPings) {
        log.warn('engine.silent');
        return end('crashed');
      }
      unanswered += 1;
      post({ t: 'ping' });
      ping();
    });
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromEngineWorker>) => {
    if (data.t === 'ready') isReady();
    else if (data.t === 'pong') unanswered = 0;
    else if (data.t === 'account') deps.onAccount(data.account);
    else end(data.end);
  });
  worker.addEventListener('error', (event) => {
    // Its file could not be loaded, or something in it was not caught. Either way nobody knows what still works in there.
    event.preventDefault();
    log.warn('engine.failed', { error: event.message });
    end('crashed');
  });
  post({ t: 'start', order });
  ping();
  return {
    ready,
    ended,
    stop() {
      if (isOver) return;
      stopTimer?.();
      stopTimer = clock.after(stopLimitMs, () => end('stopped'));
      post({ t: 'stop' });
    },
    kill: () => end('stopped'),
  };
}
