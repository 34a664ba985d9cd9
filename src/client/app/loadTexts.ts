import type { FirstTexts, PlaceTexts, Texts } from '#client/locales/texts.ts';
import type { Language } from './languages.ts';

const loaders: Record<Language, () => Promise<Texts<FirstTexts>>> = {
  en: async () => (await import('./texts/en.ts')).en,
  id: async () => (await import('./texts/id.ts')).id,
  ja: async () => (await import('./texts/ja.ts')).ja,
  ko: async () => (await import('./texts/ko.ts')).ko,
  'zh-TW': async () => (await import('./texts/zhTW.ts')).zhTW,
};

const placeLoaders: Record<Language, () => Promise<Texts<PlaceTexts>>> = {
  en: async () => (await import('./texts/places/enPlaces.ts')).enPlaces,
  id: async () => (await import('./texts/places/idPlaces.ts')).idPlaces,
  ja: async () => (await import('./texts/places/jaPlaces.ts')).jaPlaces,
  ko: async () => (await import('./texts/places/koPlaces.ts')).koPlaces,
  'zh-TW': async () => (await import('./texts/places/zhTWPlaces.ts')).zhTWPlaces,
};

/** Fetches the texts of a language; each is a file of its own. */
export function loadTexts(language: Language): Promise<Texts<FirstTexts>> {
  return loaders[language]();
}

/** Fetches the texts about communities, which come with the screens that need them. */
export function loadPlaceTexts(language: Language): Promise<Texts<PlaceTexts>> {
  return placeLoaders[language]();
}
