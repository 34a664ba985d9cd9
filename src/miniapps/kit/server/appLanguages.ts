import { appLanguages as known, type AppLanguage } from '#protocol/entities/appStates.ts';

/** Which of our languages a tag such as `zh-hant` or `ja-JP` means; English for all others. Total. */
export function toLanguage(tag: string): AppLanguage {
  const lower = tag.toLowerCase();
  if (lower.startsWith('zh')) return 'zh-TW';
  return known.find((lang) => lower === lang.toLowerCase() || lower.startsWith(`${lang}-`)) ?? 'en';
}
/** Words in every language. */
export type InLanguages<Words> = Readonly<Record<AppLanguage, Words>>;

/** Puts values in the places `{name}` of a text. A place without a value stays as it is. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
