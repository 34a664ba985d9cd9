import { expect, it } from 'vitest';
import { seededRandom } from '#testing/fakeTab.ts';
import { deckSize, faultKinds, planFaults, type PlannedFault } from './planFaults.ts';

const pace = { gapMs: [5_000, 15_000], longestMs: 20_000 } as const;

function deal(seed: number, count: number): PlannedFault[] {
  const plan = planFaults(seededRandom(seed).float, pace);
  return Array.from({ length: count }, () => plan.next().value);
}

it('deals the same faults for the same seed, and every kind in each round', () => {
  expect(deal(5, 40)).toEqual(deal(5, 40));
  expect(deal(5, 40)).not.toEqual(deal(6, 40));
  for (const round of [deal(7, deckSize), deal(7, 2 * deckSize).slice(deckSize)]) {
    expect(new Set(round.map(({ kind }) => kind))).toEqual(new Set(faultKinds));
    expect(round.filter(({ kind }) => kind === 'serverKill')).toHaveLength(4);
  }
  for (const { afterMs, forMs, share } of deal(8, 200)) {
    expect(afterMs >= 5_000 && afterMs <= 15_000).toBe(true);
    expect(forMs >= 0 && forMs <= 20_000).toBe(true);
    expect(share > 0 && share <= 1).toBe(true);
  }
});
