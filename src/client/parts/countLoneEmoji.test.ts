import { expect, test } from 'vitest';
import { countLoneEmoji } from './countLoneEmoji.ts';

test.each([
  ['👍', 1],
  ['🥳🍜', 2],
  [' 🥳 🍜 ❤️ ', 3],
  ['❤', 1],
  ['👨‍👩‍👧‍👦👍🏽🇮🇩', 3],
  ['👍👍👍👍', 0],
  ['ok 👍', 0],
  ['7', 0],
  ['#', 0],
  ['', 0],
  ['   ', 0],
  ['あ', 0],
] as const)('%j holds %i', (text, count) => {
  expect(countLoneEmoji(text)).toBe(count);
});
