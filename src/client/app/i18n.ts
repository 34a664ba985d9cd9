import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { EnglishTexts, Texts } from '#client/locales/texts.ts';
import { languages, type Language } from './languages.ts';

type Parts<Tree> = { [Part in keyof Tree]: { default: Tree[Part] } };
/** One language: three files, whose top-level keys never overlap. */
type Load = () => Promise<Texts>;

const join = <A extends object, B extends object, C extends object>(parts: Parts<[A, B, C]>): A & B & C => ({
  ...parts[0].default,
  ...parts[1].default,
  ...parts[2].default,
});

/** A language file that lacks a key of English does not compile here. */
const loaders: Record<Language, Load> = {
  en: async () =>
    join(
      await Promise.all([
        import('#client/locales/en.json'),
        import('#client/locales/en/chat.json'),
        import('#client/locales/en/people.json'),
      ]),
    ),
  id: async () =>
    join(
      await Promise.all([
        import('#client/locales/id.json'),
        import('#client/locales/id/chat.json'),
        import('#client/locales/id/people.json'),
      ]),
    ),
  ja: async () =>
    join(
      await Promise.all([
        import('#client/locales/ja.json'),
        import('#client/locales/ja/chat.json'),
        import('#client/locales/ja/people.json'),
      ]),
    ),
  ko: async () =>
    join(
      await Promise.all([
        import('#client/locales/ko.json'),
        import('#client/locales/ko/chat.json'),
        import('#client/locales/ko/people.json'),
      ]),
    ),
  'zh-TW': async () =>
    join(
      await Promise.all([
        import('#client/locales/zh-TW.json'),
        import('#client/locales/zh-TW/chat.json'),
        import('#client/locales/zh-TW/people.json'),
      ]),
    ),
};

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
