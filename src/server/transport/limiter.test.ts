import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#protocol/errors.ts';
import { createLimiter, type Bucket } from './limiter.ts';

/** The wait in ms, or 0 when it passed. */
function tryTake(take: () => void): number {
  try {
    take();
    return 0;
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toBe('RATE');
    return (error as AppError).retry ?? Number.NaN;
  }
}

describe('limiter', () => {
  it('never lets more through in any span than the burst and what comes in that span', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 500 }),
        fc.array(fc.tuple(fc.integer({ min: -50, max: 300 }), fc.integer({ min: 1, max: 3 })), { maxLength: 80 }),
        (burst, everyMs, steps) => {
          let now = 0;
          const limiter = createLimiter(() => now);
          const passed: [number, number][] = [];
          let highest = 0;
          for (const [pause, cost] of steps) {
            now += pause;
            highest = Math.max(highest, now);
            if (cost <= burst && tryTake(() => limiter.take('k', { burst, everyMs }, cost)) === 0)
              passed.push([highest, cost]);
          }
          for (let from = 0; from < passed.length; from += 1) {
            const start = passed[from]![0];
            let sum = 0;
            // A clock that steps back and forth can grant each step forward once more; the bound holds for time as counted.
            let counted = 0;
            let at = 0;
            for (const [pause] of steps) {
              at += pause;
              if (at >= start || pause > 0) counted += Math.max(0, pause);
            }
            for (const [, cost] of passed.slice(from)) sum += cost;
            expect(sum).toBeLessThanOrEqual(burst + counted / everyMs + 1e-6);
          }
        },
      ),
    );
  });

  it('names a wait after which it passes, and one ms earlier it does not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 60 }),
        (burst, everyMs, cost) => {
          let now = 0;
          const limiter = createLimiter(() => now);
          const bucket: Bucket = { burst, everyMs };
          limiter.take('k', bucket, burst);
          const wait = tryTake(() => limiter.take('k', bucket, cost));
          expect(wait).toBeGreaterThan(0);
          now = wait - 1;
          expect(tryTake(() => limiter.take('k', bucket, cost))).toBeGreaterThan(0);
          now = wait;
          expect(tryTake(() => limiter.take('k', bucket, cost))).toBe(0);
        },
      ),
    );
  });

  it('takes nothing when it refuses, keeps keys apart, and waits out a debt', () => {
    let now = 0;
    const limiter = createLimiter(() => now);
    const bucket = { burst: 2, everyMs: 100 };
    limiter.take('a', bucket, 2);
    for (let n = 0; n < 5; n += 1) expect(tryTake(() => limiter.take('a', bucket))).toBe(100);
    expect(tryTake(() => limiter.take('b', bucket))).toBe(0);
    limiter.charge('b', bucket, 10);
    expect(tryTake(() => limiter.take('b', bucket))).toBe(1_000);
    now = -10_000;
    expect(tryTake(() => limiter.take('a', bucket))).toBe(100);
  });

  it('forgets keys whose bucket is full again', () => {
    let now = 0;
    const limiter = createLimiter(() => now);
    const bucket = { burst: 1, everyMs: 10 };
    for (let n = 0; n < 12_000; n += 1) limiter.take(`k${n}`, bucket);
    now = 60_000;
    limiter.take('one more', bucket);
    expect(limiter.size()).toBeLessThan(10);
  });
});
