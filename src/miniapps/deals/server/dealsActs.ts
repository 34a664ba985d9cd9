import { AppError } from '#protocol/errors.ts';
import { fill } from '#miniapps/kit/server/appLanguages.ts';
import type { AppTools } from '#miniapps/kit/server/appTools.ts';
import { dealsCard, dealsWords, toRupiah } from './dealsCard.ts';
import { findProduct, readHistory, viewProduct, type CouponRow } from './dealsViews.ts';
import { priceFacts } from './priceFacts.ts';

/** The one place of this app that has staff. */
export const dealsPlace = 'shop';

/** Follows a product, or no longer. Throws NOT_FOUND. */
export function followProduct({ db, now }: AppTools, product: string, person: number, isOn: boolean): void {
  findProduct(product);
  if (isOn)
    db.run('INSERT INTO follows (product, person, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', product, person, now());
  else db.run('DELETE FROM follows WHERE product = ? AND person = ?', product, person);
}

/** Gives a person the code of a coupon, once. Whoever has it keeps it. Throws NOT_FOUND, GONE (too late), FULL (none left). */
export function claimCoupon({ db, now }: AppTools, id: string, person: number): string {
  return db.write(() => {
    const coupon = db.get<CouponRow>('SELECT * FROM coupons WHERE id = ?', id);
    if (!coupon) throw new AppError('NOT_FOUND');
    if (db.get('SELECT at FROM claims WHERE coupon = ? AND person = ?', id, person)) return coupon.code;
    if (coupon.until <= now()) throw new AppError('GONE');
    if (db.run('UPDATE coupons SET claimed = claimed + 1 WHERE id = ? AND claimed < stock', id) === 0)
      throw new AppError('FULL');
    db.run('INSERT INTO claims (coupon, person, at) VALUES (?, ?, ?)', id, person, now());
    return coupon.code;
  });
}

/** Sets the price of a product from now on. Followers hear of it when it is the lowest in 90 days. Throws NOT_FOUND, FORBIDDEN. */
export function setPrice(tools: AppTools, product: string, price: number, person: number): void {
  const { db, staff, now, visits, outbox, cards } = tools;
  db.write(() => {
    staff.require(dealsPlace, person);
    findProduct(product);
    const last = readHistory(tools, product).at(-1);
    // The same price again is no news.
    if (last?.price === price) return;
    const at = Math.max(now(), (last?.at ?? 0) + 1);
    db.run('INSERT INTO prices (product, at, price) VALUES (?, ?, ?)', product, at, price);
    cards.refresh(product, (owner) => {
      const { lang } = visits.person(owner);
      return dealsCard(viewProduct(tools, product, owner, lang), lang, now());
    });
    if (!priceFacts(readHistory(tools, product), at).isLowest) return;
    for (const follower of db.all<{ person: number }>('SELECT person FROM follows WHERE product = ?', product)) {
      const { lang } = visits.person(follower.person);
      const { name } = viewProduct(tools, product, follower.person, lang);
      outbox.message({
        person: follower.person,
        text: fill(dealsWords[lang].fell, { name, price: toRupiah(price, lang) }),
      });
    }
  });
}
