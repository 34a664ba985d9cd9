/** A service that is over, ms. */
export interface Service {
  readonly from: number;
  readonly to: number;
}

/** How long one service takes where nothing is known yet, and what is believed of a single one, ms: a counter that was forgotten over lunch must not count for hours. */
export const serviceMs = { usual: 5 * 60_000, least: 20_000, most: 30 * 60_000 };
/** So many of the last services count. */
export const countedServices = 5;

/** About how long somebody waits who has `before` people before him, ms: the middle of the last services for each of them. Total. */
export function estimateWait(services: readonly Service[], before: number): number {
  const times = services
    .slice(0, countedServices)
    .map(({ from, to }) => Math.min(Math.max(to - from, serviceMs.least), serviceMs.most))
    .toSorted((one, other) => one - other);
  const middle = times[Math.floor(times.length / 2)] ?? serviceMs.usual;
  return Math.max(0, before) * middle;
}
