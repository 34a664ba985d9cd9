import type { Clock } from '../ports.ts';

/** How long an engine has been connected, all its connections together. */
export interface LiveClock {
  /** ms */
  ms(): number;
  go(): void;
  pause(): void;
}

/** Makes a clock that stands still. */
export function createLiveClock(clock: Pick<Clock, 'elapsed'>): LiveClock {
  let before = 0;
  let since: number | undefined;
  const ms = (): number => before + (since === undefined ? 0 : clock.elapsed() - since);
  return {
    ms,
    go: () => void (since ??= clock.elapsed()),
    pause() {
      before = ms();
      since = undefined;
    },
  };
}
