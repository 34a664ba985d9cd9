import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampCrop, moveCrop, squareOf, wholeCrop, zoomMax, type Crop, type Extent } from './clampCrop.ts';

const wide: Extent = { width: 400, height: 200 };

describe('the square of a picture', () => {
  it('is at first the middle, as large as it can be', () => {
    expect(squareOf(wide, wholeCrop)).toEqual({ left: 100, top: 0, side: 200 });
    expect(squareOf({ width: 200, height: 400 }, wholeCrop)).toEqual({ left: 0, top: 100, side: 200 });
  });

  it('follows the hand: a picture that is drawn to the right shows more of its left', () => {
    expect(squareOf(wide, moveCrop(wide, wholeCrop, { dx: 0.25, dy: 0 })).left).toBe(50);
    expect(squareOf(wide, moveCrop(wide, wholeCrop, { dx: 5, dy: 5 }))).toEqual({ left: 0, top: 0, side: 200 });
  });

  it('is smaller the more it is enlarged', () => {
    expect(squareOf(wide, { ...wholeCrop, zoom: 2 })).toEqual({ left: 150, top: 50, side: 100 });
    expect(clampCrop(wide, { ...wholeCrop, zoom: 99 }).zoom).toBe(zoomMax);
    expect(clampCrop(wide, { ...wholeCrop, zoom: 0 }).zoom).toBe(1);
  });

  it('never leaves the picture, whatever is done to it', () => {
    const extent = fc.record({ width: fc.integer({ min: 1, max: 9_000 }), height: fc.integer({ min: 1, max: 9_000 }) });
    const step = fc.record({
      dx: fc.double({ min: -3, max: 3, noNaN: true }),
      dy: fc.double({ min: -3, max: 3, noNaN: true }),
      zoom: fc.double({ min: 0.1, max: 9, noNaN: true }),
    });
    fc.assert(
      fc.property(extent, fc.array(step, { maxLength: 12 }), (size, steps) => {
        let crop: Crop = wholeCrop;
        for (const { dx, dy, zoom } of steps) {
          crop = moveCrop(size, clampCrop(size, { ...crop, zoom }), { dx, dy });
          const { left, top, side } = squareOf(size, crop);
          expect(left).toBeGreaterThanOrEqual(-0.001);
          expect(top).toBeGreaterThanOrEqual(-0.001);
          expect(left + side).toBeLessThanOrEqual(size.width + 0.001);
          expect(top + side).toBeLessThanOrEqual(size.height + 0.001);
        }
      }),
    );
  });
});
