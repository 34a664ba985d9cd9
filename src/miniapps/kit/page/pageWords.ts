import type { InLanguages } from '#miniapps/kit/server/appLanguages.ts';
import words from './kitWords.json' with { type: 'json' };

/** Languages that pages speak. */
export type PageLanguage = keyof typeof words;
/** Words that all pages have. */
export type KitWords = (typeof words)['en'];
export const kitWords: InLanguages<KitWords> = words;

/** Puts values in the places `{name}` of a text. */
export const fillWords = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** Which of our languages a tag such as `zh-Hant-TW` means; English for all others. Total. */
export function pageLanguage(tag: string | undefined): PageLanguage {
  const lower = (tag ?? '').toLowerCase();
  if (lower.startsWith('zh')) return 'zh-TW';
  const found = (['id', 'ja', 'ko'] as const).find((lang) => lower === lang || lower.startsWith(`${lang}-`));
  return found ?? 'en';
}

/** What a refusal means to people. `code`: as servers of our apps give it. */
export function refusalWords(own: KitWords, code: string): string {
  const known: Readonly<Record<string, string>> = {
    OFFLINE: own.offline,
    UNAVAILABLE: own.away,
    FULL: own.full,
    GONE: own.gone,
    STALE: own.stale,
    NOT_FOUND: own.missing,
    FORBIDDEN: own.wrongCode,
    RATE: own.tooMany,
  };
  return known[code] ?? own.failed;
}
