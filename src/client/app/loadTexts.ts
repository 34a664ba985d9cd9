import type { FirstTexts, Texts } from '#client/locales/texts.ts';
import type { Language } from './languages.ts';

const loaders: Record<Language, () => Promise<Texts<FirstTexts>>> = {
  en: async () => (await import('./texts/en.ts')).en,
  id: async () => (await import('./texts/id.ts')).id,
  ja: async () => (await import('./texts/ja.ts')).ja,
  ko: async () => (await import('./texts/ko.ts')).ko,
  'zh-TW': async () => (await import('./texts/zhTW.ts')).zhTW,
};

/** Fetches the texts of a language; each is a file of its own. */
export function loadTexts(language: Language): Promise<Texts<FirstTexts>> {
  return loaders[language]();
}
