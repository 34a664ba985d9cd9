import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { EnglishTexts } from '#client/locales/texts.ts';
import { languages, type Language } from './languages.ts';
import { loadTexts } from './loadTexts.ts';

/** Some part of the app that speaks of communities was wanted: from now on every language brings those words along. */
let hasPlaceTexts = false;
const placed = new Set<Language>();

/** Prepares i18next with one language; the others stay on the server until they are chosen. */
export async function startI18n(language: Language): Promise<void> {
  const texts = await loadTexts(language);
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
    i18next.addResourceBundle(language, 'translation', await loadTexts(language));
  }
  if (hasPlaceTexts) await putPlaceTexts(language);
  await i18next.changeLanguage(language);
}

/** Adds the words about communities to the language that is shown. Rejects when they cannot be fetched. */
export async function addPlaceTexts(): Promise<void> {
  hasPlaceTexts = true;
  const language = languages.find((each) => each === i18next.language);
  if (language) await putPlaceTexts(language);
}

async function putPlaceTexts(language: Language): Promise<void> {
  if (placed.has(language)) return;
  const { loadPlaceTexts } = await import('./loadPlaceTexts.ts');
  i18next.addResourceBundle(language, 'translation', await loadPlaceTexts(language), true, true);
  placed.add(language);
}
