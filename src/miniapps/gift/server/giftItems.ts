import type { AppLanguage } from '#protocol/entities/appStates.ts';
import type { InLanguages } from '#miniapps/kit/server/appLanguages.ts';
import type { GiftItemView } from './giftShapes.ts';

interface GiftItem {
  readonly id: string;
  readonly shop: string;
  readonly points: number;
  readonly name: InLanguages<string>;
}

/** What can be given in the invented town. */
export const giftItems: readonly GiftItem[] = [
  {
    id: 'coffee',
    shop: 'Kedai Sore',
    points: 75,
    name: {
      en: 'Afternoon coffee',
      id: 'Kopi sore',
      ja: '午後のコーヒー',
      ko: '오후의 커피',
      'zh-TW': '午後咖啡',
    },
  },
  {
    id: 'bread',
    shop: 'Kedai Sore',
    points: 40,
    name: { en: 'Milk bread', id: 'Roti sobek', ja: 'ちぎりパン', ko: '우유 식빵', 'zh-TW': '手撕包' },
  },
  {
    id: 'film',
    shop: 'Film Pelan',
    points: 180,
    name: {
      en: 'A roll of film',
      id: 'Satu rol film',
      ja: 'フィルム1本',
      ko: '필름 한 롤',
      'zh-TW': '底片一捲',
    },
  },
];

/** An item in one language; one that is no longer given is called by its id. Total. */
export function viewItem(id: string, points: number, lang: AppLanguage): GiftItemView {
  const item = giftItems.find((each) => each.id === id);
  return { id, name: item?.name[lang] ?? id, shop: item?.shop ?? '', points };
}
