import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moveInGrid } from './moveInGrid.ts';

const place = fc
  .record({ count: fc.integer({ min: 1, max: 40 }), columns: fc.integer({ min: 1, max: 9 }), isRtl: fc.boolean() })
  .chain((grid) => fc.nat(grid.count - 1).map((index) => ({ ...grid, index })));

it('never leaves the grid, and right to left mirrors the sides', () => {
  fc.assert(
    fc.property(place, fc.constantFrom('ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End'), (at, key) => {
      const next = moveInGrid(key, at) as number;
      expect(next).toBeGreaterThanOrEqual(0);
      expect(next).toBeLessThan(at.count);
      const mirrored = key === 'ArrowRight' ? 'ArrowLeft' : key === 'ArrowLeft' ? 'ArrowRight' : key;
      expect(moveInGrid(mirrored, { ...at, isRtl: !at.isRtl })).toBe(next);
      if (key === 'ArrowDown' && next !== at.index)
        expect(Math.floor(next / at.columns)).toBe(Math.floor(at.index / at.columns) + 1);
    }),
  );
});

it('leaves other keys alone', () => {
  for (const key of ['Enter', 'a', 'Tab', 'constructor'])
    expect(moveInGrid(key, { index: 0, count: 4, columns: 2, isRtl: false })).toBe(undefined);
});
