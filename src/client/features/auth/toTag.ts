import { languageNames, type LanguageTag } from '#client/locales/languageNames.ts';

/** The language of the texts as one of the app's; English where it is none of them. */
export const toTag = (language: string): LanguageTag => languageNames.find(({ tag }) => tag === language)?.tag ?? 'en';
