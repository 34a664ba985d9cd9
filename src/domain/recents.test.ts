import fc from 'fast-check';
import { expect, it } from 'vitest';
import { limits } from '#protocol/limits.ts';
import { addRecent, recentsMax } from './recents.ts';

it('what was used last stands first, once, and the rest keep their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 35 }).map(String), { maxLength: 80 }), (used) => {
      const list = used.reduce<string[]>((made, each) => addRecent(made, each), []);
      expect(list).toEqual([...new Set(used.toReversed())].slice(0, recentsMax));
    }),
  );
});

it('the longest list fits into one setting', () => {
  const family = '👩🏻‍❤️‍💋‍👩🏿';
  const list = Array.from({ length: recentsMax }, (_, index) => family + String(index)).reduce<string[]>(
    (made, each) => addRecent(made, each),
    [],
  );
  expect(JSON.stringify(list).length).toBeLessThanOrEqual(limits.prefValueMax);
});
