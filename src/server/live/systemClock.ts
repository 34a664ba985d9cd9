import type { LiveClock } from './liveClock.ts';

/** The machine's clock. Its timers do not keep the process alive. */
export const systemClock: LiveClock = {
  now: () => Date.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
