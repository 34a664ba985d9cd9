import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoff } from './backoff.ts';

const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('backoff', () => {
  it('stays between half of the full wait and the full wait, and never above the cap', () => {
    fc.assert(
      fc.property(
        fc.nat(5000),
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 600_000 }),
        unit,
        (failures, baseMs, capMs, draw) => {
          const full = Math.min(capMs, baseMs * 2 ** failures);
          const waitMs = backoff(failures, { baseMs, capMs, random: () => draw });
          expect(waitMs).toBeGreaterThanOrEqual(full / 2);
          expect(waitMs).toBeLessThanOrEqual(full);
        },
      ),
    );
  });

  it('doubles with every failed round until the cap', () => {
    const waits = [0, 1, 2, 3, 4, 5].map((failures) =>
      backoff(failures, { baseMs: 1000, capMs: 15_000, random: () => 0 }),
    );
    expect(waits).toEqual([500, 1000, 2000, 4000, 7500, 7500]);
  });
});
