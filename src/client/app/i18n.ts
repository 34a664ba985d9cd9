import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { EnglishTexts, Texts } from '#client/locales/texts.ts';
import { languages, type Language } from './languages.ts';

const loaders: Record<Language, () => Promise<Texts>> = {
  en: async () => (await import('./texts/en.ts')).en,
  id: async () => (await import('./texts/id.ts')).id,
  ja: async () => (await import('./texts/ja.ts')).ja,
  ko: async () => (await import('./texts/ko.ts')).ko,
  'zh-TW': async () => (await import('./texts/zhTW.ts')).zhTW,
};

/** Begins to fetch the texts of a language that will probably be wanted. A failure shows when they really are. */
export function preloadTexts(language: Language): void {
  loaders[language]().catch(() => undefined);
}

/** Prepares i18next with one language; the others stay on the server until they are chosen. */
export async function startI18n(language: Language): Promise<void> {
  const texts = await loaders[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    supportedLngs: [...languages],
    fallbackLng: false,
    resources: { [language]: { translation: texts as EnglishTexts } },
    // React escapes by itself.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** Changes the language of everything on screen; loads its texts first, so that no key is ever shown instead of words. */
export async function showLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return;
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await loaders[language]());
  }
  await i18next.changeLanguage(language);
}
