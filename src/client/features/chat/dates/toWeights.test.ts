import { describe, expect, it } from 'vitest';
import { toWeights } from './toWeights.ts';

describe('the length of the marks', () => {
  it('grows with what happened, the liveliest day having the longest', () => {
    const weights = [...toWeights([1, 10, 100, 1000].map((busy, i) => ({ day: `d${i}`, seq: i, busy }))).values()];
    expect(weights.at(-1)).toBe(1);
    expect(weights).toEqual(weights.toSorted((a, b) => a - b));
    expect(weights[1]).toBeGreaterThan(0.25);
  });

  it('is the whole for a single quiet day', () => {
    expect([...toWeights([{ day: 'd', seq: 1, busy: 1 }]).values()]).toEqual([1]);
  });
});
