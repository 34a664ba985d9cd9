import { drawIcon } from '#miniapps/kit/server/drawIcon.ts';
import type { FirstPartyApp } from '#miniapps/kit/server/FirstPartyApp.ts';
import { dealsPlace } from './dealsActs.ts';
import { dealsProducts } from './dealsProducts.ts';
import { addDealsRoutes } from './dealsRoutes.ts';
import { dealsSchema } from './dealsSchema.ts';
import { planPrices } from './planPrices.ts';

/** The same story at every start. */
const seed = 3_511;
/** Further back than prices are compared. */
const historyDays = 120;

/** Products with what they have cost, and coupons. */
export const dealsApp: FirstPartyApp = {
  name: 'deals',
  icon: drawIcon(
    ['#f2a93b', '#e2733f'],
    '<path d="M12.4 3H20a1 1 0 0 1 1 1v7.6a2 2 0 0 1-.6 1.4l-7 7a2 2 0 0 1-2.8 0l-6.6-6.6a2 2 0 0 1 0-2.8l7-7a2 2 0 0 1 1.4-.6Z"/><circle cx="16.6" cy="7.4" r="1.3"/>',
  ),
  schema: dealsSchema,
  places: [dealsPlace],
  manifest: {
    names: { en: 'Deals', id: 'Promo', ja: 'お買い得', ko: '특가', 'zh-TW': '好康' },
    about: {
      en: 'Prices with their history, and coupons of shops nearby',
      id: 'Harga beserta riwayatnya, dan kupon toko sekitar',
      ja: '価格の推移と近くのお店のクーポン',
      ko: '가격 변동과 주변 가게 쿠폰',
      'zh-TW': '價格走勢與附近店家優惠券',
    },
    category: 'shopping',
    view: 'tall',
    scopes: [
      {
        scope: 'write',
        reason: {
          en: 'To tell you when a price you follow falls',
          id: 'Untuk memberi tahu saat harga yang Anda ikuti turun',
          ja: 'フォロー中の価格が下がったときにお知らせするため',
          ko: '관심 상품 가격이 내려가면 알려 드리기 위해',
          'zh-TW': '您追蹤的價格下降時通知您',
        },
      },
      {
        scope: 'share',
        reason: {
          en: 'To show a product in a chat',
          id: 'Untuk menampilkan produk di obrolan',
          ja: '商品をトークに表示するため',
          ko: '대화방에 상품을 보여 주기 위해',
          'zh-TW': '在聊天室中顯示商品',
        },
      },
    ],
    connect: [],
    links: [],
  },
  seed({ db, now }) {
    for (const [index, { id, price, coupon }] of dealsProducts.entries()) {
      if (db.get('SELECT at FROM prices WHERE product = ? LIMIT 1', id)) continue;
      for (const point of planPrices(seed + index, price, historyDays, now()))
        db.run('INSERT INTO prices (product, at, price) VALUES (?, ?, ?)', id, point.at, point.price);
      if (!coupon) continue;
      db.run(
        'INSERT INTO coupons (id, product, code, off, until, stock) VALUES (?, ?, ?, ?, ?, ?)',
        ...[`${id}-coupon`, id, coupon.code, coupon.off, now() + coupon.days * 24 * 3_600_000, coupon.stock],
      );
    }
  },
  addRoutes: addDealsRoutes,
};
