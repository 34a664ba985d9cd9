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
  };
}

/**
 * Waits for the browser-wide lock, raises the epoch of the lease, and runs the engine until it ends or the lock is lost. Stops for good with `stop`;
 * otherwise the lock is asked for again.
 *
 * The epoch is at least the time in seconds: a browser whose database was deleted starts above every epoch the server has seen from it, where a count
 * from 1 would be refused as an old engine.
 */
function leadInTurn(ports: LeadPorts, run: EngineRun): { stop(): Promise<void> } {
  const { clock, log, random } = ports;
  const stopping = Promise.withResolvers<void>();
  const stopListeners: (() => void)[] = [];
  let isStopped = false;
  const signal: StopSignal = {
    get stopped() {
      return isStopped;
    },
    onStop: (work) => void (isStopped ? work() : stopListeners.push(work)),
  };
  const leadOnce = async (step: number): Promise<EngineEnd | 'crashed'> => {
    let end: EngineEnd | 'crashed' = 'stopped';
    try {
      await ports.locks.hold(
        `sync:${ports.userId}`,
        async (lost) => {
          if (isStopped) return;
          const epoch = await raiseEpoch(ports, step);
          end = await run(epoch, Promise.race([lost, stopping.promise]));
        },
        { signal },
      );
    } catch (error) {
      log.warn('leadership failed', { error: String(error) });
    }
    return end;
  };
  const lead = async (): Promise<void> => {
    let step = 1;
    let crashes = 0;
    while (!isStopped) {
      const since = clock.elapsed();
      const end = await leadOnce(step);
      step = end === 'refused' ? step * refusedStep : 1;
      const isSteady = clock.elapsed() - since > steadyMs;
      crashes = end === 'crashed' ? (isSteady ? 1 : crashes + 1) : 0;
      const wait = crashes > 0 ? Math.min(crashRetryCapMs, crashRetryMs * 2 ** crashes) : retryMs;
      if (!isStopped) await pause(wait * (0.5 + random.float() / 2));
    }
  };
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = clock.after(ms, resolve);
      signal.onStop(() => {
        cancel();
        resolve();
      });
    });
  const done = lead();
  return {
    async stop() {
      isStopped = true;
      stopping.resolve();
      for (const work of stopListeners) work();
      await done;
    },
  };
}

async function raiseEpoch(ports: LeadPorts, step: number): Promise<number> {
  const seconds = Math.floor(ports.clock.now() / 1_000);
  return publish(
    ports.line,
    ports.store.commit(async (tx) => {
      const lease = await tx.get('leases', 'engine');
      const epoch = Math.max((lease?.epoch ?? 0) + step, seconds);
      await tx.put('leases', [{ name: 'engine', epoch, tab: ports.line.tab }]);
      return epoch;
    }),
  );
}
