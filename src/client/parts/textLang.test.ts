import { expect, test } from 'vitest';
import { textLang } from './textLang.ts';

test.each([
  ['ジョグジャまで', 'en', 'ja'],
  ['토요일 아침', 'en', 'ko'],
  ['ㄅㄆㄇ 注音', 'ja', 'zh-Hant'],
  ['今天', 'ja', 'ja'],
  ['今天', 'zh-TW', 'zh-Hant'],
  ['今天', 'ko', 'ko'],
  ['今天', 'id', undefined],
  ['Selamat pagi 👋', 'ja', undefined],
  ['漢字とかな', 'zh-TW', 'ja'],
] as const)('%s read in %s is %s', (text, reader, lang) => {
  expect(textLang(text, reader)).toBe(lang);
});
