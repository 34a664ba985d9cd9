import { loneEpoch } from '#protocol/loneEpoch.ts';
import type { EngineEnd } from './engineContext.ts';
import type { LeadPorts, StopSignal } from './ports.ts';
import { publish } from './publish.ts';

/** Wait before the lock is asked for again after the lease was lost, ms: half fixed, half random. */
const retryMs = 5_000;
/** Step by which the epoch rises after the server said that ours is too low. */
const refusedStep = 1_000;

/** Wait after the n-th crash in a row: this × 2^n, ms. Somebody is waiting for messages. */
const crashRetryMs = 250;
const crashRetryCapMs = 30_000;
/** An engine that ran this long before it crashed begins a new row of crashes, ms. */
const steadyMs = 60_000;

/** Runs one engine with an epoch, here or in a worker. `lost`: the lead is over, end. Resolves when nothing of it runs any more. */
export type EngineRun = (epoch: number, lost: Promise<void>) => Promise<EngineEnd | 'crashed'>;

/** The place of the one engine of this browser, as one tab stands to it. */
export interface Leadership {
  /** Begins to wait for its turn to lead; while another tab leads it does nothing. */
  start(): void;
  /** Closes the connection, gives the lead away, and resolves when nothing of it runs any more. The store stays open. */
  stop(): Promise<void>;
  /** Whether this tab holds the lead now. */
  isLeading(): boolean;
  /** Takes the lead from a tab that holds it and is silent. Its engine finds its lease gone at its next write, whenever it wakes up. */
  takeOver(): void;
}

/** Makes the engine of a tab: `run` is called whenever this tab leads. */
export function leadership(ports: LeadPorts, run: EngineRun): Leadership {
  let lead: ReturnType<typeof leadInTurn> | undefined;
  return {
    start() {
      lead ??= leadInTurn(ports, run);
    },
    async stop() {
      const ending = lead;
      lead = undefined;
      await ending?.stop();
    },
    isLeading: () => lead?.isLeading() ?? false,
    takeOver: () => lead?.takeOver(),
  };
}

/**
 * Waits for the browser-wide lock, raises the epoch of the lease, and runs the engine until it ends or the lock is lost. Stops for good with `stop`;
 * otherwise the lock is asked for again.
 */
function leadInTurn(ports: LeadPorts, run: EngineRun): Omit<Leadership, 'start'> {
  const { clock, random } = ports;
  const stop = createStop();
  const place = { ports, run, stop, terms: 0 };
  const lead = async (): Promise<void> => {
    let step = 1;
    let crashes = 0;
    while (!stop.stopped) {
      const since = clock.elapsed();
      const end = await leadOnce(place, step);
      step = end === 'refused' ? step * refusedStep : 1;
      const isSteady = clock.elapsed() - since > steadyMs;
      crashes = end === 'crashed' ? (isSteady ? 1 : crashes + 1) : 0;
      const wait = crashes > 0 ? Math.min(crashRetryCapMs, crashRetryMs * 2 ** crashes) : retryMs;
      await pause(ports, stop, wait * (0.5 + random.float() / 2));
    }
  };
  const done = lead();
  const thefts = new Set<Promise<unknown>>();
  return {
    isLeading: () => place.terms > 0,
    takeOver() {
      if (stop.stopped || place.terms > 0) return;
      // Beside the wait for a regular turn, which goes on behind it.
      const theft = leadOnce(place, 1, { isTheft: true }).finally(() => thefts.delete(theft));
      thefts.add(theft);
    },
    async stop() {
      stop.now();
      await Promise.all([done, ...thefts]);
    },
  };
}

interface Place {
  readonly ports: LeadPorts;
  readonly run: EngineRun;
  readonly stop: Stop;
  /** how many terms are running: 0 or 1 */
  terms: number;
}

/** One term: from the grant of the lock until the engine has ended. */
async function leadOnce(place: Place, step: number, { isTheft = false } = {}): Promise<EngineEnd | 'crashed'> {
  const { ports, stop } = place;
  let end: EngineEnd | 'crashed' = 'stopped';
  const term = async (lost: Promise<void>): Promise<void> => {
    if (stop.stopped) return;
    place.terms += 1;
    try {
      const epoch = await raiseEpoch(ports, step);
      end = await place.run(epoch, Promise.race([lost, stop.promise]));
    } finally {
      place.terms -= 1;
    }
  };
  try {
    await ports.locks.hold(lockName(ports), term, isTheft ? { steal: true } : { signal: stop });
  } catch (error) {
    ports.log.warn('leadership failed', { error: String(error) });
  }
  return end;
}

/** A tab whose rows nobody else sees has a turn of its own. */
function lockName({ userId, line, isLone }: LeadPorts): string {
  return isLone ? `sync:${userId}:${line.tab}` : `sync:${userId}`;
}

interface Stop extends StopSignal {
  readonly promise: Promise<void>;
  now(): void;
}

function createStop(): Stop {
  const { promise, resolve } = Promise.withResolvers<void>();
  const listeners: (() => void)[] = [];
  let isStopped = false;
  return {
    promise,
    get stopped() {
      return isStopped;
    },
    onStop: (work) => void (isStopped ? work() : listeners.push(work)),
    now() {
      isStopped = true;
      resolve();
      for (const work of listeners) work();
    },
  };
}

function pause({ clock }: LeadPorts, stop: Stop, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, resolve);
    stop.onStop(() => {
      cancel();
      resolve();
    });
  });
}

/**
 * The epoch is at least the time in seconds: a browser whose database was deleted starts above every epoch the server has seen from it, where a count
 * from 1 would be refused as an old engine. A tab alone with its rows is no newer or older than others.
 */
async function raiseEpoch(ports: LeadPorts, step: number): Promise<number> {
  const seconds = Math.floor(ports.clock.now() / 1_000);
  return publish(
    ports.line,
    ports.store.commit(async (tx) => {
      const lease = await tx.get('leases', 'engine');
      const epoch = ports.isLone ? loneEpoch : Math.max((lease?.epoch ?? 0) + step, seconds);
      await tx.put('leases', [{ name: 'engine', epoch, tab: ports.line.tab }]);
      return epoch;
    }),
  );
}
