import { expect, it } from 'vitest';
import { appLanguages } from '#protocol/entities/appStates.ts';
import { toAppLanguage } from './toAppLanguage.ts';

it('a language of ours stays what it is, and any other is English', () => {
  expect(appLanguages.map(toAppLanguage)).toEqual(appLanguages);
  expect(['', 'de', 'zh', 'JA', 'ja-JP', 'toString'].map(toAppLanguage)).toEqual(Array.from({ length: 6 }, () => 'en'));
});
