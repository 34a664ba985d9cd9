import type { CardWords } from '#protocol/entities/appCards.ts';
import type { AppLanguage } from '#protocol/entities/appStates.ts';
import { fill, type InLanguages } from '#miniapps/kit/server/appLanguages.ts';
import type { PricePoint, ProductView } from './dealsShapes.ts';
import words from './dealsWords.json' with { type: 'json' };

export const dealsWords: InLanguages<(typeof words)['en']> = words;

/** An amount as people of a language write it. */
export const toRupiah = (amount: number, lang: AppLanguage): string =>
  `Rp ${new Intl.NumberFormat(lang, { maximumFractionDigits: 0 }).format(amount)}`;
const toDay = (at: number, lang: AppLanguage): string =>
  new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(at);

/** Values of the little chart. */
const lineValues = 30;

/** The card that shows a product to a chat. The code of its coupon is there when the person who shows it has claimed one. */
export function dealsCard(product: ProductView, lang: AppLanguage, now: number): CardWords {
  const own = dealsWords[lang];
  const { price, usual, isLowest, coupon } = product;
  const percent = usual === 0 ? 0 : Math.round(((usual - price) / usual) * 100);
  const isOpen = coupon !== null && coupon.until > now;
  return {
    title: product.name,
    text: product.shop,
    facts: [
      { label: own.price, value: toRupiah(price, lang) },
      ...(percent > 0 ? [{ label: own.before, value: toRupiah(usual, lang) }] : []),
    ],
    ...(isLowest
      ? { mark: { label: own.lowest, tone: 'good' as const } }
      : percent > 0
        ? { mark: { label: fill(own.discount, { percent }), tone: 'plain' as const } }
        : {}),
    line: { values: sampleLine(product.history, now), from: own.from, to: own.to },
    ...(isOpen && coupon.code !== null
      ? { code: { label: fill(own.coupon, { date: toDay(coupon.until, lang) }), value: coupon.code } }
      : {}),
    live: 1,
    buttons: [{ do: 'open', label: own.open, start: `product-${product.id}` }],
  };
}

/** The price at equal distances over the history. */
function sampleLine(history: readonly PricePoint[], now: number): number[] {
  const from = history[0]?.at ?? now;
  return Array.from({ length: lineValues }, (_, index) => {
    const at = from + ((now - from) * index) / (lineValues - 1);
    return history.findLast((point) => point.at <= at)?.price ?? history[0]?.price ?? 0;
  });
}
