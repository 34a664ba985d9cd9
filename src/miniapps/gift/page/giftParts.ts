import { fillWords, type PageLanguage } from '#miniapps/kit/page/pageWords.ts';
import type { GiftView } from '#miniapps/gift/server/giftShapes.ts';
import type words from './giftPageWords.json';

/** Words of the gifts' page in one language. */
export type GiftPageWords = (typeof words)['en'];

/** Whom a gift is from or for, as far as that is known. */
export function whoseGift({ mine, from, to }: GiftView, own: GiftPageWords): string {
  if (mine === 'giver') return to === null ? '' : fillWords(own.for, { to });
  return from === null ? own.fromFriend : fillWords(own.from, { from });
}
export const dateOf = (at: number, lang: PageLanguage): string =>
  new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long' }).format(at);
