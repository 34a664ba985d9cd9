import { expect, test } from 'vitest';
import { seenText } from './seenText.ts';

const now = 1_760_703_840_000;
const minutes = (count: number) => now - count * 60_000;

test.each([
  [1.9, undefined],
  [-5, undefined],
  [2, '2 minutes ago'],
  [59.9, '59 minutes ago'],
  [60, '1 hour ago'],
  [60 * 23.9, '23 hours ago'],
  [60 * 24, 'yesterday'],
  [60 * 24 * 12, '12 days ago'],
])('%d minutes ago in English', (ago, words) => {
  expect(seenText(minutes(ago), now, 'en')).toBe(words);
});

test('every language has its own words, and what is far gets a date', () => {
  const words = ['en', 'id', 'ja', 'ko', 'zh-TW'].map((language) => seenText(minutes(180), now, language));
  expect(new Set(words).size).toBe(5);
  expect(seenText(minutes(60 * 24 * 90), now, 'en')).toContain('2025');
});
