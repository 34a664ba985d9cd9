import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { partCompany } from '#client/ui/partCompany.ts';
import type { EnglishTexts } from '#client/locales/texts.ts';
import { languages, type Language } from './languages.ts';
import { loadTexts } from './loadTexts.ts';
import { numberFormatter } from './numberFormatter.ts';

/** Some part that is loaded later was wanted: from now on every language brings its other words along. */
let hasLaterTexts = false;
const complete = new Set<Language>();
const { promise: started, resolve: hasStarted } = Promise.withResolvers<void>();

// From the beginning: a screen may be fetched before the language is there.
partCompany.load = addLaterTexts;

/** Texts that did not come are asked for again after this long, ms. */
const retryMs = 1_000;

/** Prepares i18next with one language; the others stay on the server until they are chosen. Without words there is no page: they are asked for until they come. */
export async function startI18n(language: Language): Promise<void> {
  const texts = await insist(() => loadTexts(language));
  await i18next
    .use(initReactI18next)
    .use(numberFormatter)
    .init({
      lng: language,
      supportedLngs: [...languages],
      fallbackLng: false,
      resources: { [language]: { translation: texts as EnglishTexts } },
      // React escapes by itself.
      interpolation: { escapeValue: false, alwaysFormat: true },
      returnNull: false,
    });
  hasStarted();
}

async function insist<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, retryMs));
    return insist(load);
  }
}

/** Changes the language of everything on screen; loads its texts first, so that no key is ever shown instead of words. */
export async function showLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return;
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await loadTexts(language));
  }
  if (hasLaterTexts) await putLaterTexts(language);
  await i18next.changeLanguage(language);
}

/** Adds the words that the first picture does without to the language that is shown, once there is one. Rejects when they cannot be fetched. */
export async function addLaterTexts(): Promise<void> {
  hasLaterTexts = true;
  await started;
  const language = languages.find((each) => each === i18next.language);
  if (language) await putLaterTexts(language);
}

async function putLaterTexts(language: Language): Promise<void> {
  if (complete.has(language)) return;
  const { loadLaterTexts } = await import('./loadLaterTexts.ts');
  i18next.addResourceBundle(language, 'translation', await loadLaterTexts(language), true, true);
  complete.add(language);
}
