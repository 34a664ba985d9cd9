import fc from 'fast-check';
import { expect, it } from 'vitest';
import { curvePath } from './curvePath.ts';

const box = { width: 100, height: 64 };

it('holds each value until the next, the highest on top', () => {
  expect(curvePath([3, 1, 2, 2], box)).toEqual({
    path: 'M0 8H25V56H50V32H75V32H100',
    area: 'M0 8H25V56H50V32H75V32H100V64H0Z',
    end: 32,
  });
});

it('lies in the middle where nothing changes', () => expect(curvePath([5, 5], box).end).toBe(32));

it('stays in its box, whatever the numbers', () => {
  const value = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 90 }), (values) => {
      const { path, end } = curvePath(values, box);
      expect(end).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(64);
      expect(path).not.toMatch(/NaN|Infinity|e/);
    }),
  );
});
