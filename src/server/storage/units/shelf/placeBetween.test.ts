import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeBetween } from './placeBetween.ts';

it('gives ascending places strictly between the neighbours, or none where there is no room', () => {
  const end = fc.option(fc.integer({ min: -5_000, max: 5_000 }), { nil: undefined });
  fc.assert(
    fc.property(end, end, fc.integer({ min: 0, max: 40 }), (one, other, count) => {
      const [before, after] =
        one === undefined || other === undefined ? [one, other] : [Math.min(one, other), Math.max(one, other) + 1];
      const places = placeBetween(before, after, count);
      if (!places) {
        expect((after ?? 0) - (before ?? 0)).toBeLessThanOrEqual(count);
        return;
      }
      expect(places).toHaveLength(count);
      const all = [before ?? -Infinity, ...places, after ?? Infinity];
      for (const [at, place] of all.slice(1).entries()) expect(place).toBeGreaterThan(all[at] as number);
      expect(places.every((place) => Number.isSafeInteger(place))).toBe(true);
    }),
  );
});
