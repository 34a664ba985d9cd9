import type { CardWords } from '#protocol/entities/appCards.ts';
import type { AppLanguage } from '#protocol/entities/appStates.ts';
import { fill, type InLanguages } from '#miniapps/kit/server/appLanguages.ts';
import type { GiftView } from './giftShapes.ts';
import words from './giftWords.json' with { type: 'json' };

export const giftWords: InLanguages<(typeof words)['en']> = words;

const tones = { made: 'plain', opened: 'good', redeemed: 'off', expired: 'off' } as const;

/** The card of a gift in a chat, as it stands now. It never holds the code. */
export function giftCard(gift: GiftView, lang: AppLanguage): CardWords {
  const own = giftWords[lang];
  const { item, to, from, note, state } = gift;
  const until = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(gift.until);
  const title = to !== null ? fill(own.giftTo, { to }) : from !== null ? fill(own.giftFrom, { from }) : own.gift;
  return {
    title: title.slice(0, 80),
    text: note ?? item.name,
    facts: [
      { label: item.name, value: fill(own.points, { n: item.points }) },
      { label: own.at, value: item.shop },
      { label: own.until, value: until },
    ],
    mark: { label: own[state], tone: tones[state] },
    ...(state === 'made' || state === 'opened' ? { live: 1 as const } : {}),
    buttons: [{ do: 'open', label: own.open, start: `gift-${gift.id}` }],
  };
}
