import type { PlaceTexts, Texts } from '#client/locales/texts.ts';
import type { Language } from './languages.ts';

const placeLoaders: Record<Language, () => Promise<Texts<PlaceTexts>>> = {
  en: async () => (await import('./texts/places/enPlaces.ts')).enPlaces,
  id: async () => (await import('./texts/places/idPlaces.ts')).idPlaces,
  ja: async () => (await import('./texts/places/jaPlaces.ts')).jaPlaces,
  ko: async () => (await import('./texts/places/koPlaces.ts')).koPlaces,
  'zh-TW': async () => (await import('./texts/places/zhTWPlaces.ts')).zhTWPlaces,
};

/** Fetches the texts about communities, which come with the screens that need them. */
export function loadPlaceTexts(language: Language): Promise<Texts<PlaceTexts>> {
  return placeLoaders[language]();
}
