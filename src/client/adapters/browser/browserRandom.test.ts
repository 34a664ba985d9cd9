import { expect, it } from 'vitest';
import { cidSchema } from '#protocol/ids.ts';
import { browserRandom } from './browserRandom.ts';

it('makes UUIDs of version 7 that ascend, thousands in one millisecond too', () => {
  const ids = Array.from({ length: 20_000 }, () => browserRandom.uuid());
  expect(ids.every((id) => cidSchema.safeParse(id).success && id[14] === '7')).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});
