import * as z from 'zod';
import type { AppTools } from '#miniapps/kit/server/appTools.ts';
import type { Router } from '#miniapps/kit/server/createAppServer.ts';
import { claimCoupon, dealsPlace, followProduct, setPrice } from './dealsActs.ts';
import { dealsCard } from './dealsCard.ts';
import { dealsProducts } from './dealsProducts.ts';
import type { DealsView } from './dealsShapes.ts';
import { viewProduct } from './dealsViews.ts';

const productSchema = z.enum(dealsProducts.map(({ id }) => id));

/** Answers the addresses of the deals. */
export function addDealsRoutes(router: Router, tools: AppTools): void {
  const { cards, staff, now } = tools;
  router.get('/api/deals', z.strictObject({}), (_, { person, lang }): DealsView => ({
    products: dealsProducts.map(({ id }) => viewProduct(tools, id, person, lang)),
    now: now(),
    isStaff: staff.places(person).includes(dealsPlace),
  }));
  const followSchema = z.strictObject({ product: productSchema, on: z.boolean() });
  router.post('/api/products/:product/follow', followSchema, ({ product, on }, { person, lang }) => {
    followProduct(tools, product, person, on);
    return viewProduct(tools, product, person, lang);
  });
  const oneSchema = z.strictObject({ product: productSchema });
  router.post('/api/products/:product/card', oneSchema, async ({ product }, { person, lang }) => {
    const words = dealsCard(viewProduct(tools, product, person, lang), lang, now());
    return { card: await cards.prepare(product, person, words) };
  });
  const couponSchema = z.strictObject({ coupon: z.string().regex(/^[\w-]{1,40}$/) });
  router.post('/api/coupons/:coupon', couponSchema, ({ coupon }, { person }) => ({
    code: claimCoupon(tools, coupon, person),
  }));
  const codeSchema = z.strictObject({ code: z.string().trim().min(4).max(20) });
  router.post('/api/staff', codeSchema, ({ code }, { person }) => staff.enter(dealsPlace, person, code));
  const priceSchema = z.strictObject({ product: productSchema, price: z.int().min(1).max(1_000_000_000) });
  router.post('/api/products/:product/price', priceSchema, ({ product, price }, { person, lang }) => {
    setPrice(tools, product, price, person);
    return viewProduct(tools, product, person, lang);
  });
}
