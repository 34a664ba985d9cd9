/** Languages of the product, by BCP 47 tag. */
export const languages = ['en', 'id', 'ja', 'ko', 'zh-TW'] as const;
export type Language = (typeof languages)[number];

/**
 * The language to show: the chosen one if the product has it, else the first of the browser's wishes that it has, else English. All of Chinese is shown in
 * traditional characters, the one Chinese we have; `in` is an old tag of Indonesian.
 */
export function pickLanguage(chosen: string | undefined, wishes: readonly string[]): Language {
  for (const wish of chosen === undefined ? wishes : [chosen, ...wishes]) {
    const exact = languages.find((language) => language.toLowerCase() === wish.toLowerCase());
    if (exact) return exact;
    const base = wish.toLowerCase().split('-')[0];
    if (base === 'zh') return 'zh-TW';
    if (base === 'in') return 'id';
    const near = languages.find((language) => language === base);
    if (near) return near;
  }
  return 'en';
}
