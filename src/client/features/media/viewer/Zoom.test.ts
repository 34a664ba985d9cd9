import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitSize, noZoom, settleZoom, zoomAt, zoomMax, type Size, type Zoom } from './Zoom.ts';

const sizes: fc.Arbitrary<Size> = fc.record({
  width: fc.integer({ min: 20, max: 4_000 }),
  height: fc.integer({ min: 20, max: 4_000 }),
});
const points = fc.record({ x: fc.integer({ min: -800, max: 800 }), y: fc.integer({ min: -800, max: 800 }) });
const factors = fc.double({ min: 0.05, max: 20, noNaN: true });

/** How far the picture's edges are inside of the stage where they could be outside, px. */
function gap({ k, x, y }: Zoom, stage: Size, fit: Size): number {
  const along = (shown: number, whole: number, moved: number): number =>
    shown * k <= whole ? Math.abs(moved) : Math.max(0, Math.abs(moved) - (shown * k - whole) / 2);
  return Math.max(along(fit.width, stage.width, x), along(fit.height, stage.height, y));
}

describe('a picture on its stage', () => {
  it('is whole, touches two edges, and keeps its shape', () => {
    fc.assert(
      fc.property(sizes, sizes, (stage, picture) => {
        const fit = fitSize(stage, picture);
        expect(fit.width).toBeLessThanOrEqual(stage.width + 1e-6);
        expect(fit.height).toBeLessThanOrEqual(stage.height + 1e-6);
        const touches = Math.abs(fit.width - stage.width) < 1e-6 || Math.abs(fit.height - stage.height) < 1e-6;
        expect(touches).toBe(true);
        expect(fit.width / fit.height).toBeCloseTo(picture.width / picture.height, 6);
      }),
    );
    expect(fitSize({ width: 300, height: 200 }, {})).toEqual({ width: 300, height: 200 });
  });

  it('never leaves an edge empty, however it is zoomed and moved, and zooming out brings it back', () => {
    const steps = fc.array(fc.tuple(factors, points, points), { maxLength: 12 });
    fc.assert(
      fc.property(sizes, sizes, steps, (stage, picture, each) => {
        const fit = fitSize(stage, picture);
        let zoom = noZoom;
        for (const [factor, point, move] of each) {
          zoom = zoomAt(zoom, factor, point, stage, fit);
          zoom = settleZoom({ ...zoom, x: zoom.x + move.x, y: zoom.y + move.y }, stage, fit);
          expect(gap(zoom, stage, fit)).toBeLessThan(1e-6);
          expect(zoom.k).toBeGreaterThanOrEqual(1);
          expect(zoom.k).toBeLessThanOrEqual(zoomMax);
        }
        expect(zoomAt(zoom, 0.001, { x: 0, y: 0 }, stage, fit)).toEqual(noZoom);
      }),
    );
  });

  it('keeps what is under the pointer there, unless an edge is in the way', () => {
    fc.assert(
      fc.property(sizes, sizes, points, factors, (stage, picture, point, factor) => {
        const fit = fitSize(stage, picture);
        const before = zoomAt(noZoom, 3, { x: 10, y: -10 }, stage, fit);
        const after = zoomAt(before, factor, point, stage, fit);
        const grown = after.k / before.k;
        const free = {
          k: after.k,
          x: point.x - (point.x - before.x) * grown,
          y: point.y - (point.y - before.y) * grown,
        };
        const settled = settleZoom(free, stage, fit);
        expect(after.x).toBeCloseTo(settled.x, 6);
        expect(after.y).toBeCloseTo(settled.y, 6);
        if (gap(free, stage, fit) === 0) {
          expect(after.x).toBeCloseTo(free.x, 6);
          expect(after.y).toBeCloseTo(free.y, 6);
        }
      }),
    );
  });
});
