import i18next from 'i18next';
import { addLaterTexts, showLanguage, startI18n } from '#client/app/i18n.ts';
import { pickLanguage } from '#client/app/languages.ts';
import { languageHook } from './languageHook.ts';

// Previews speak with the app's own texts, through the app's own loader.
languageHook.load = async (language) => {
  const wanted = pickLanguage(language, []);
  if (i18next.isInitialized) await showLanguage(wanted);
  else await startI18n(wanted);
  await addLaterTexts();
};
