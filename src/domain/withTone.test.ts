import { expect, it } from 'vitest';
import { emojiTones, isEmojiTone, withTone } from './withTone.ts';

it('gives each person and hand the tone, and leaves the rest alone', () => {
  expect(withTone('👍', 'light')).toBe('👍🏻');
  expect(withTone('👍', 'dark')).toBe('👍🏿');
  expect(withTone('✌️', 'medium')).toBe('✌🏽');
  expect(withTone('🧑‍🤝‍🧑', 'medium-dark')).toBe('🧑🏾‍🤝‍🧑🏾');
  expect(withTone('👩‍❤️‍👨', 'medium-light')).toBe('👩🏼‍❤️‍👨🏼');
  expect(withTone('🤝', 'light')).toBe('🤝🏻');
  for (const emoji of ['😀', '❤️', '🇮🇩', '#️⃣', '🚲'])
    for (const tone of emojiTones) expect(withTone(emoji, tone)).toBe(emoji);
  for (const emoji of ['👍', '✌️', '👩‍❤️‍👨']) expect(withTone(emoji, 'none')).toBe(emoji);
});

it('knows its tones', () => {
  for (const tone of emojiTones) expect(isEmojiTone(tone)).toBe(true);
  for (const other of ['', 'black', 1, null, undefined, ['dark']]) expect(isEmojiTone(other)).toBe(false);
});
