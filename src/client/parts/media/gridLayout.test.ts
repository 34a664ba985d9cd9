import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridLayout, gridWidth } from './gridLayout.ts';

describe('the grid of pictures', () => {
  it('keeps the shape of one, as far as it is neither a wall nor a slit', () => {
    expect(gridLayout(1, { w: 640, h: 480 }).height).toBe(240);
    expect(gridLayout(1, { w: 100, h: 5_000 }).height).toBe(400);
    expect(gridLayout(1, { w: 5_000, h: 10 }).height).toBe(120);
    expect(gridLayout(1).height).toBe(240);
  });

  it('has the measures of the drawing', () => {
    expect([2, 3, 4, 9].map((count) => [gridLayout(count).height, gridLayout(count).more])).toEqual([
      [160, 0],
      [210, 0],
      [210, 0],
      [210, 5],
    ]);
  });

  it('lies inside of its frame, without overlaps, and 2 px apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (count) => {
        const { height, boxes, more } = gridLayout(count);
        expect(boxes.length + more).toBe(count);
        const px = boxes.map(({ x, y, w, h }) => ({
          l: x * gridWidth,
          t: y * height,
          r: (x + w) * gridWidth,
          b: (y + h) * height,
        }));
        for (const [at, one] of px.entries()) {
          expect(Math.min(one.l, one.t)).toBeGreaterThanOrEqual(0);
          expect(one.r).toBeLessThanOrEqual(gridWidth + 1e-6);
          expect(one.b).toBeLessThanOrEqual(height + 1e-6);
          for (const other of px.slice(at + 1)) {
            const apart = Math.max(other.l - one.r, other.t - one.b);
            expect(apart).toBeCloseTo(2, 5);
          }
        }
      }),
    );
  });
});
