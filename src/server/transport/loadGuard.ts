import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * How much this process has to do. 0: it keeps up. 1: late; what nobody waits for is put off. 2: so late that new connections would only make it worse. 3: so late
 * for so long that it has to get rid of connections.
 */
export type LoadLevel = 0 | 1 | 2 | 3;

/** Tells how loaded the process is. */
export interface LoadGuard {
  level(): LoadLevel;
  stop(): void;
}

/** Delay of the event loop, 99th percentile of a second, above which a level begins, ms. */
const lateMs: Record<1 | 2 | 3, number> = { 1: 100, 2: 250, 3: 1_000 };
/** Looks in a row behind which level 3 begins: who is sent away has to connect anew, which costs too, so a single bad moment is no reason. */
const stuckLooks = 10;
/** Looks, one second apart, that must be calm before the level falls: load comes in waves. */
const calmLooks = 3;
const lookMs = 1_000;

/** A guard that is never loaded, for tests and benchmarks on busy machines. */
export const idleGuard: LoadGuard = { level: () => 0, stop: () => undefined };

/** Decides the level from one look after the other. `lateByMs`: 99th percentile of the last second. Pure but for what it remembers. */
export function createLoadLevels(): (lateByMs: number) => LoadLevel {
  let level: LoadLevel = 0;
  let calm = 0;
  let stuck = 0;
  return (lateByMs) => {
    stuck = lateByMs > lateMs[3] ? stuck + 1 : 0;
    const isStuck = stuck >= stuckLooks || (stuck > 0 && level === 3);
    const seen: LoadLevel = isStuck ? 3 : lateByMs > lateMs[2] ? 2 : lateByMs > lateMs[1] ? 1 : 0;
    calm = seen < level ? calm + 1 : 0;
    if (seen > level || calm >= calmLooks) {
      level = seen;
      calm = 0;
    }
    return level;
  };
}

/** Watches the event loop of this process until it is stopped. */
export function createLoadGuard(): LoadGuard {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  const decide = createLoadLevels();
  let level: LoadLevel = 0;
  delay.enable();
  const timer = setInterval(() => {
    level = decide(delay.percentile(99) / 1e6);
    delay.reset();
  }, lookMs);
  timer.unref();
  return {
    level: () => level,
    stop() {
      clearInterval(timer);
      delay.disable();
    },
  };
}
