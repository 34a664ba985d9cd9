import { seededRandom } from '#base/seededRandom.ts';
import type { PricePoint } from './dealsShapes.ts';

const dayMs = 24 * 3_600_000;

/** An invented history of a price, the same for the same seed: a change every few days, in steps that shops like. `days`: how far back. Never lower than 85 % of `price`. */
export function planPrices(seed: number, price: number, days: number, now: number): PricePoint[] {
  const random = seededRandom(seed);
  const step = price >= 500_000 ? 10_000 : 1_000;
  const points: PricePoint[] = [];
  for (let ago = days; ago > 0; ago -= 2 + random.below(5)) {
    const factor = 0.87 + random.float() * 0.13;
    points.push({ at: now - ago * dayMs, price: Math.round((price * factor) / step) * step });
  }
  return points;
}
