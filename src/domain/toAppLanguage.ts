import { appLanguages, type AppLanguage } from '#protocol/entities/appStates.ts';

/** The language of the wire for one of the messenger; English for what it does not know. Total. */
export const toAppLanguage = (language: string): AppLanguage =>
  appLanguages.find((known) => known === language) ?? 'en';
