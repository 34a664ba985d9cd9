import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toAppId } from '#protocol/casts.ts';
import { oddApps, sampleApps } from '#testing/sampleApps.ts';
import { byId, cardsOf, findKept, joinPages, moveApp, toggleApp, withNews } from './appLists.ts';

const [a, b, c, d] = ['aaa', 'bbb', 'ccc', 'ddd'].map(toAppId) as [never, never, never, never];
const [patungan, antre, ochabin] = sampleApps;

it('a star adds an app at the end and takes it away again', () => {
  expect(toggleApp([a], b)).toEqual([a, b]);
  expect(toggleApp([a, b], a)).toEqual([b]);
});

it('an app takes the place of another one', () => {
  expect(moveApp([a, b, c, d], a, c)).toEqual([b, c, a, d]);
  expect(moveApp([a, b, c, d], d, b)).toEqual([a, d, b, c]);
  expect(moveApp([a, b], a, a)).toEqual([a, b]);
  expect(moveApp([a, b], c, a)).toEqual([a, b]);
});

it('moving never loses an app and can be taken back', () => {
  const lists = fc.uniqueArray(fc.constantFrom(a, b, c, d), { minLength: 2 });
  fc.assert(
    fc.property(lists, fc.nat(3), fc.nat(3), (ids, from, to) => {
      const [id, place] = [ids[from % ids.length] ?? a, ids[to % ids.length] ?? a];
      const moved = moveApp(ids, id, place);
      expect(new Set(moved)).toEqual(new Set(ids));
      expect(moved).toHaveLength(ids.length);
      expect(moved.indexOf(id)).toBe(ids.indexOf(place));
      expect(moveApp(moved, id, moved[ids.indexOf(id)] ?? id)).toEqual(ids);
    }),
  );
});

it('cards stand in the order of the list; those that nobody knows are left out', () => {
  expect(cardsOf([antre.id, a, patungan.id], byId(sampleApps))).toEqual([antre, patungan]);
});

it('no app stands twice when pages overlap', () => {
  expect(joinPages([patungan, antre], [antre, ochabin])).toEqual([patungan, antre, ochabin]);
});

it('a search without a network finds names of every language and lines of the own one, by words in any order', () => {
  const found = (query: string) => findKept([...sampleApps, ...oddApps], query, 'en').map(({ id }) => id);
  expect(found('BILL split')).toEqual(['patungan']);
  expect(found('オちゃ')).toEqual(['ochabin']);
  expect(found('bill omok')).toEqual([]);
  expect(found('  ')).toHaveLength(sampleApps.length + oddApps.length);
});

it('what was closed meanwhile is shown as closed', () => {
  expect(withNews([patungan, antre], new Map([[antre.id, 2]])).map(({ st }) => st)).toEqual([1, 2]);
});
