import { expect, it } from 'vitest';
import { findLetter, letterMarks } from './letterMarks.ts';

it('gathers neighbouring letters under what people look for', () => {
  expect(
    letterMarks([
      ['1', 3],
      ['7', 4],
      ['a', 6],
      ['ß', 9],
      ['ぁ', 10],
      ['お', 12],
      ['が', 14],
      ['ん', 15],
      ['一', 20],
      ['龍', 29],
      ['가', 30],
      ['까', 31],
      ['나', 32],
      ['🌋', 40],
    ]),
  ).toEqual([
    { label: '0–9', index: 3 },
    { label: 'A', index: 6 },
    { label: 'SS', index: 9 },
    { label: 'あ', index: 10 },
    { label: 'か', index: 14 },
    { label: 'わ', index: 15 },
    { label: '漢', index: 20 },
    { label: 'ㄱ', index: 30 },
    { label: 'ㄲ', index: 31 },
    { label: 'ㄴ', index: 32 },
    { label: '☆', index: 40 },
  ]);
  expect(letterMarks([])).toEqual([]);
});

it('leads a typed letter to the first name from there on', () => {
  const letters = [
    ['a', 1],
    ['k', 5],
  ] as const;
  expect(findLetter(letters, 'b')).toBe(5);
  expect(findLetter(letters, 'a')).toBe(1);
  expect(findLetter(letters, 'z')).toBeUndefined();
});
