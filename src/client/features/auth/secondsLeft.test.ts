import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secondsLeft } from './secondsLeft.ts';

test('the countdown never shows less than what is left, nor a whole second more, and ends at 0', () => {
  const time = fc.integer({ min: 0, max: 10_000_000 });
  fc.assert(
    fc.property(time, time, (until, now) => {
      const left = secondsLeft(until, now);
      if (until <= now) expect(left).toBe(0);
      else {
        expect(left * 1000).toBeGreaterThanOrEqual(until - now);
        expect((left - 1) * 1000).toBeLessThan(until - now);
      }
    }),
  );
  expect(secondsLeft(undefined, 5)).toBe(0);
});
