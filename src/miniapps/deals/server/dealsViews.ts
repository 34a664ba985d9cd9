import { AppError } from '#protocol/errors.ts';
import type { AppLanguage } from '#protocol/entities/appStates.ts';
import { fill } from '#miniapps/kit/server/appLanguages.ts';
import type { AppTools } from '#miniapps/kit/server/appTools.ts';
import { dealsWords, toRupiah } from './dealsCard.ts';
import { dealsProducts, type DealsProduct } from './dealsProducts.ts';
import type { CouponView, PricePoint, ProductView } from './dealsShapes.ts';
import { comparedMs, pointsSince, priceFacts } from './priceFacts.ts';

export interface CouponRow {
  id: string;
  product: string;
  code: string;
  off: number;
  until: number;
  stock: number;
  claimed: number;
}

/** Throws NOT_FOUND. */
export function findProduct(id: string): DealsProduct {
  const product = dealsProducts.find((each) => each.id === id);
  if (!product) throw new AppError('NOT_FOUND');
  return product;
}

export const readHistory = ({ db }: AppTools, product: string): PricePoint[] =>
  db.all<PricePoint>('SELECT at, price FROM prices WHERE product = ? ORDER BY at', product);

/** A product as one person sees it. */
export function viewProduct(tools: AppTools, id: string, person: number, lang: AppLanguage): ProductView {
  const { db, now } = tools;
  const product = findProduct(id);
  const history = readHistory(tools, id);
  const coupon = db.get<CouponRow>('SELECT * FROM coupons WHERE product = ?', id);
  return {
    id,
    name: product.name[lang],
    shop: product.shop,
    ...priceFacts(history, now()),
    isFollowed: db.get('SELECT at FROM follows WHERE product = ? AND person = ?', id, person) !== undefined,
    history: pointsSince(history, now() - comparedMs),
    coupon: coupon ? viewCoupon(tools, coupon, person, lang) : null,
  };
}

function viewCoupon({ db }: AppTools, row: CouponRow, person: number, lang: AppLanguage): CouponView {
  const isClaimed = db.get('SELECT at FROM claims WHERE coupon = ? AND person = ?', row.id, person) !== undefined;
  return {
    id: row.id,
    words: fill(dealsWords[lang].couponWords, { off: toRupiah(row.off, lang) }),
    until: row.until,
    left: row.stock - row.claimed,
    code: isClaimed ? row.code : null,
  };
}
