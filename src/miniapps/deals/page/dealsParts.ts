import type { PageLanguage } from '#miniapps/kit/page/pageWords.ts';
import type words from './dealsPageWords.json';

/** Words of the deals' page in one language. */
export type DealsPageWords = (typeof words)['en'];

/** An amount as people of a language write it. */
export const rupiahOf = (amount: number, lang: PageLanguage): string =>
  `Rp ${new Intl.NumberFormat(lang, { maximumFractionDigits: 0 }).format(amount)}`;
export const dayOf = (at: number, lang: PageLanguage): string =>
  new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short' }).format(at);
