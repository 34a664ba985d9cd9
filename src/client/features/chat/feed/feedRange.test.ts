import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryRange, FeedSizes, nextRange, rangeAround } from './feedRange.ts';

const anyHeights = fc.array(fc.integer({ min: 10, max: 900 }), { minLength: 1, maxLength: 120 });

function feed(heights: readonly number[]) {
  const keys = heights.map((_, index) => `k${index}`);
  const sizes = new FeedSizes();
  heights.forEach((height, index) => sizes.set(keys[index] ?? '', height));
  return { keys, sizes };
}

describe('rangeAround', () => {
  it('covers the view and the margin on both sides, or reaches the ends', () => {
    fc.assert(
      fc.property(anyHeights, fc.nat(), fc.integer({ min: -800, max: 400 }), (heights, pick, top) => {
        const { keys, sizes } = feed(heights);
        const index = pick % keys.length;
        const { from, to } = rangeAround(keys, sizes, { index, top, height: 600 }, 300);
        expect(from === 0 || top - sizes.sum(keys, from, index) <= -300).toBe(true);
        expect(to === keys.length || top + sizes.sum(keys, index, to) >= 900).toBe(true);
        expect(from).toBeLessThanOrEqual(index);
      }),
    );
  });
});

describe('nextRange', () => {
  it('is settled after one step: asking again changes nothing', () => {
    fc.assert(
      fc.property(anyHeights, fc.nat(), fc.integer({ min: -800, max: 400 }), (heights, pick, top) => {
        const { keys, sizes } = feed(heights);
        const view = { index: pick % keys.length, top, height: 600 };
        const once = nextRange({ from: 0, to: 0 }, keys, sizes, view);
        expect(nextRange(once, keys, sizes, view)).toBe(once);
      }),
    );
  });
});

describe('carryRange', () => {
  it('keeps the same lines drawn when lines come before, between and behind them', () => {
    const before = ['a', 'b', 'c', 'd', 'e'];
    expect(carryRange({ from: 1, to: 3 }, before, ['x', 'y', ...before])).toEqual({ from: 3, to: 5 });
    expect(carryRange({ from: 1, to: 3 }, before, ['a', 'b', 'x', 'c', 'd', 'e'])).toEqual({ from: 1, to: 4 });
    expect(carryRange({ from: 1, to: 3 }, before, [...before, 'x'])).toEqual({ from: 1, to: 3 });
    expect(carryRange({ from: 3, to: 5 }, before, [...before, 'x'])).toEqual({ from: 3, to: 6 });
    expect(carryRange({ from: 1, to: 3 }, before, ['x'])).toBeUndefined();
  });
});

it('a guess that was settled stays, however the heights turn out', () => {
  const sizes = new FeedSizes();
  sizes.set('a', 100);
  sizes.settle();
  const before = sizes.sum(['x', 'y', 'z'], 0, 3);
  sizes.set('b', 900);
  sizes.settle();
  expect(sizes.sum(['x', 'y', 'z'], 0, 3)).toBe(before);
});
