import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, percentile } from './statistics.ts';

const samples = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
const shares = fc.double({ min: 0, max: 1, noNaN: true });

describe('percentile', () => {
  it('lies within the sample and does not fall when the share grows', () => {
    fc.assert(
      fc.property(samples, shares, shares, (sample, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(percentile(sample, low)).toBeGreaterThanOrEqual(Math.min(...sample));
        expect(percentile(sample, high)).toBeLessThanOrEqual(Math.max(...sample));
        // Interpolation rounds in the last digit.
        expect(percentile(sample, high) - percentile(sample, low)).toBeGreaterThan(-1e-6);
      }),
    );
  });

  it('does not depend on the order and leaves the sample as it is', () => {
    fc.assert(
      fc.property(samples, shares, (sample, share) => {
        const before = [...sample];
        expect(percentile(sample, share)).toBe(percentile(sample.toReversed(), share));
        expect(sample).toEqual(before);
      }),
    );
  });

  it('has as many values below the median as above', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const middle = median(sample);
        const below = sample.filter((value) => value < middle).length;
        const above = sample.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(sample.length / 2);
      }),
    );
  });

  it('interpolates between neighbours', () => {
    expect(percentile([10, 20], 0.25)).toBe(12.5);
    expect(percentile([3, 1, 2], 0.5)).toBe(2);
    expect(percentile([1, 2, 3, 4, 5], 0.9)).toBeCloseTo(4.6);
  });

  it('is not a number for an empty sample, so that no bar passes by accident', () => {
    expect(median([])).toBeNaN();
  });
});
