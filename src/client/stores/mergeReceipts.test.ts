import { expect, it } from 'vitest';
import { mergeReceipts } from './mergeReceipts.ts';

it('lets live steps decide everything from their first seq on', () => {
  expect(
    mergeReceipts(
      [
        [1, 9],
        [10, 2],
        [20, 1],
      ],
      [[10, 3]],
      true,
    ),
  ).toEqual([
    [1, 9],
    [10, 3],
  ]);
});

it('lets a page of history decide only inside itself', () => {
  expect(
    mergeReceipts(
      [
        [10, 2],
        [20, 1],
      ],
      [
        [3, 9],
        [7, 8],
      ],
      false,
    ),
  ).toEqual([
    [3, 9],
    [7, 8],
    [10, 2],
    [20, 1],
  ]);
});

it('keeps what is known when nothing comes', () => {
  expect(mergeReceipts([[1, 1]], [], true)).toEqual([[1, 1]]);
});
