import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moveInOrder } from './moveInOrder.ts';

const order = [1, 2, 3, 4, 5];

it('puts what moves right before another one, or at the end', () => {
  expect(moveInOrder(order, [4], 2)).toEqual([1, 4, 2, 3, 5]);
  expect(moveInOrder(order, [5, 1], 3)).toEqual([2, 5, 1, 3, 4]);
  expect(moveInOrder(order, [1], null)).toEqual([2, 3, 4, 5, 1]);
});

it('leaves out what is not there, and says when the place is not', () => {
  expect(moveInOrder(order, [9, 2, 9], null)).toEqual([1, 3, 4, 5, 2]);
  expect(moveInOrder(order, [2], 9)).toBeUndefined();
  expect(moveInOrder([], [2], null)).toEqual([]);
});

it('before one that moves itself is before the next one that stays', () => {
  expect(moveInOrder(order, [2, 3], 2)).toEqual(order);
  expect(moveInOrder(order, [3, 2], 2)).toEqual([1, 3, 2, 4, 5]);
  expect(moveInOrder(order, [4, 5], 5)).toEqual(order);
});

it('loses nothing, doubles nothing, and keeps the order of all others', () => {
  const ids = fc.uniqueArray(fc.nat(30), { maxLength: 20 });
  fc.assert(
    fc.property(ids, fc.array(fc.nat(35), { maxLength: 8 }), fc.option(fc.nat(35)), (all, moving, to) => {
      const moved = moveInOrder(all, moving, to);
      if (to !== null && !all.includes(to)) {
        expect(moved).toBeUndefined();
        return;
      }
      expect(moved?.toSorted((a, b) => a - b)).toEqual(all.toSorted((a, b) => a - b));
      const stays = (id: number): boolean => !moving.includes(id);
      expect(moved?.filter(stays)).toEqual(all.filter(stays));
      if (to !== null && stays(to)) {
        const run = [...new Set(moving)].filter((id) => all.includes(id));
        const end = moved?.indexOf(to) ?? 0;
        expect(moved?.slice(end - run.length, end)).toEqual(run);
      }
    }),
  );
});
