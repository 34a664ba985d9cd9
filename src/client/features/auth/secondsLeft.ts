/** Whole seconds from `now` until `until` (both ms of one clock), rounded up so that the last second is still shown; 0 when it is over or unset. */
export function secondsLeft(until: number | undefined, now: number): number {
  return until === undefined ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}
