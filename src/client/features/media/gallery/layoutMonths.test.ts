import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GalleryMonth } from '#client/stores/gallery/toMonths.ts';
import { layoutMonths, pickMonths, rowsIn, topOf, type GalleryMeasure } from './layoutMonths.ts';

const monthWith = (count: number, at: number): GalleryMonth => ({
  month: `20${String(99 - at).padStart(2, '0')}-01`,
  count,
  items: [],
  isWhole: false,
});
const counts = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 30 });
const measures: fc.Arbitrary<GalleryMeasure> = fc.record({
  columns: fc.integer({ min: 1, max: 9 }),
  row: fc.integer({ min: 40, max: 200 }),
  gap: fc.integer({ min: 0, max: 5 }),
  head: fc.integer({ min: 20, max: 60 }),
  foot: fc.integer({ min: 0, max: 20 }),
});

describe('months below each other', () => {
  it('leave no space between them, and each thing is inside of its month', () => {
    fc.assert(
      fc.property(counts, measures, (each, measure) => {
        const boxes = layoutMonths(each.map(monthWith), measure);
        let end = 0;
        for (const box of boxes) {
          expect(box.top).toBe(end);
          end = box.top + box.height;
          expect(topOf(box, measure, 0)).toBe(box.top + measure.head);
          expect(topOf(box, measure, box.month.count - 1) + measure.row + measure.foot).toBe(end);
        }
      }),
    );
  });

  it('show every row that touches the span, and none that is far from it', () => {
    fc.assert(
      fc.property(counts, measures, fc.nat(60_000), fc.integer({ min: 1, max: 3_000 }), (each, measure, from, size) => {
        for (const box of layoutMonths(each.map(monthWith), measure)) {
          const [first, behind] = rowsIn(box, measure, from, from + size);
          for (let row = 0; row < box.rows; row += 1) {
            const top = topOf(box, measure, row * measure.columns);
            const isInside = top < from + size && top + measure.row > from;
            if (isInside) expect(row >= first && row < behind).toBe(true);
            const isFar = top > from + size + measure.row || top + 2 * (measure.row + measure.gap) < from;
            if (isFar) expect(row >= first && row < behind).toBe(false);
          }
        }
      }),
    );
  });
});

describe('months that are named', () => {
  it('are all of them, or as many as there is room for, the first and the last among them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(500), { maxLength: 80 }), fc.integer({ min: 2, max: 20 }), (all, max) => {
        const picked = pickMonths(all, max);
        expect(picked).toHaveLength(Math.min(all.length, max));
        expect(new Set(picked).size).toBe(picked.length);
        expect([picked[0], picked.at(-1)]).toEqual([all[0], all.at(-1)]);
        expect(picked.map((one) => all.indexOf(one))).toEqual(
          picked.map((one) => all.indexOf(one)).toSorted((a, b) => a - b),
        );
      }),
    );
    expect(pickMonths([1, 2, 3], 0)).toEqual([]);
  });
});
