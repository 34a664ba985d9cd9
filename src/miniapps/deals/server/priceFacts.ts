import type { PricePoint } from './dealsShapes.ts';

/** How far back prices are compared, ms. */
export const comparedMs = 90 * 24 * 3_600_000;

/** What a history says. `isLowest`: the last price is below every other one of the time, of which there is at least one. */
export interface PriceFacts {
  readonly price: number;
  readonly lowest: number;
  readonly usual: number;
  readonly isLowest: boolean;
}

/**
 * Reads a history in order of time, at the moment `now`. A price that was set before the 90 days counts as far as it held inside them. Total for histories of at least one
 * price.
 */
export function priceFacts(history: readonly PricePoint[], now: number): PriceFacts {
  const counted = pointsSince(history, now - comparedMs);
  const prices = counted.map(({ price }) => price);
  const price = prices.at(-1) ?? 0;
  const earlier = prices.slice(0, -1);
  return {
    price,
    lowest: Math.min(...prices),
    usual: Math.max(...prices),
    isLowest: earlier.length > 0 && earlier.every((other) => price < other),
  };
}

/** The prices that held at any moment since `from`. */
export function pointsSince(history: readonly PricePoint[], from: number): PricePoint[] {
  const first = history.findLastIndex(({ at }) => at <= from);
  return history.slice(Math.max(0, first)).map((point) => ({ ...point, at: Math.max(point.at, from) }));
}
