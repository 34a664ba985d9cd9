import type { Clock } from './ports.ts';

/** Timers that can be ended together. */
export interface Timers {
  /** Runs `work` once after `ms`; the answer cancels it. After `endAll` it does nothing. */
  after(ms: number, work: () => void): () => void;
  endAll(): void;
}

/** Makes a set of timers on a clock. */
export function createTimers(clock: Clock): Timers {
  const waiting = new Set<() => void>();
  let isOver = false;
  return {
    after(ms, work) {
      if (isOver) return () => undefined;
      const cancel = clock.after(ms, () => {
        waiting.delete(cancel);
        work();
      });
      waiting.add(cancel);
      return () => {
        waiting.delete(cancel);
        cancel();
      };
    },
    endAll() {
      isOver = true;
      for (const cancel of waiting) cancel();
      waiting.clear();
    },
  };
}
