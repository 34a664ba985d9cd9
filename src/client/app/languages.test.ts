import { expect, it } from 'vitest';
import { pickLanguage } from './languages.ts';

it('takes the chosen language, else the first wish it can fulfil, else English', () => {
  expect(pickLanguage('ko', ['ja'])).toBe('ko');
  expect(pickLanguage(undefined, ['fr-FR', 'ja-JP', 'en'])).toBe('ja');
  expect(pickLanguage(undefined, ['zh-Hans-CN'])).toBe('zh-TW');
  expect(pickLanguage(undefined, ['in-ID'])).toBe('id');
  expect(pickLanguage('xx', ['de'])).toBe('en');
  expect(pickLanguage(undefined, [])).toBe('en');
});
