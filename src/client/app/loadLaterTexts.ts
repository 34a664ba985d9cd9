import type { LaterTexts, Texts } from '#client/locales/texts.ts';
import type { Language } from './languages.ts';

const laterLoaders: Record<Language, () => Promise<Texts<LaterTexts>>> = {
  en: async () => (await import('./texts/later/enLater.ts')).enLater,
  id: async () => (await import('./texts/later/idLater.ts')).idLater,
  ja: async () => (await import('./texts/later/jaLater.ts')).jaLater,
  ko: async () => (await import('./texts/later/koLater.ts')).koLater,
  'zh-TW': async () => (await import('./texts/later/zhTWLater.ts')).zhTWLater,
};

/** Fetches the texts of a language that the first picture does not need; they come with the first part that is loaded later. */
export function loadLaterTexts(language: Language): Promise<Texts<LaterTexts>> {
  return laterLoaders[language]();
}
