import type { EnginePorts, LocalStore, StopSignal } from './ports.ts';
import type { EngineEnd } from './engineContext.ts';
import { publish } from './publish.ts';

/** Wait before the lock is asked for again after the lease was lost, ms: half fixed, half random. */
const retryMs = 5_000;
/** Step by which the epoch rises after the server said that ours is too low. */
const refusedStep = 1_000;

/** Holds the place of the one engine of this browser. */
export interface Leadership {
  stop(): Promise<void>;
}

/**
 * Waits for the browser-wide lock, raises the epoch of the lease, and runs the engine until it ends or the lock is lost. `run` gets the epoch and a
 * promise of the loss, and resolves with the reason of its end. Stops for good with `stop`; otherwise the lock is asked for again.
 *
 * The epoch is at least the time in seconds: a browser whose database was deleted starts above every epoch the server has seen from it, where a count
 * from 1 would be refused as an old engine.
 */
export function leadership(
  ports: Pick<EnginePorts, 'locks' | 'store' | 'line' | 'clock' | 'random' | 'session' | 'log'>,
  run: (epoch: number, lost: Promise<void>) => Promise<EngineEnd>,
): Leadership {
  const { clock, log, random, session } = ports;
  const stopping = Promise.withResolvers<void>();
  const stopListeners: (() => void)[] = [];
  let isStopped = false;
  const signal: StopSignal = {
    get stopped() {
      return isStopped;
    },
    onStop: (work) => void (isStopped ? work() : stopListeners.push(work)),
  };
  const lead = async (): Promise<void> => {
    let step = 1;
    while (!isStopped) {
      let isRefused = false;
      try {
        await ports.locks.hold(
          `sync:${session.userId}`,
          async (lost) => {
            if (isStopped) return;
            const epoch = await raiseEpoch(ports, step);
            isRefused = (await run(epoch, Promise.race([lost, stopping.promise]))) === 'refused';
          },
          { signal },
        );
      } catch (error) {
        log.warn('leadership failed', { error: String(error) });
      }
      step = isRefused ? step * refusedStep : 1;
      if (!isStopped) await pause(retryMs * (0.5 + random.float() / 2));
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

async function raiseEpoch(
  ports: { store: LocalStore } & Pick<EnginePorts, 'line' | 'clock'>,
  step: number,
): Promise<number> {
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
