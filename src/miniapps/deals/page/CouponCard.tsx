import { fillWords, type KitWords, type PageLanguage } from '#miniapps/kit/page/pageWords.ts';
import type { CouponView } from '#miniapps/deals/server/dealsShapes.ts';
import { dayOf, type DealsPageWords } from './dealsParts.ts';

/** A coupon: its code once it was claimed, the way to it before. `now`: ms. */
export function CouponCard(props: {
  words: DealsPageWords;
  kit: KitWords;
  lang: PageLanguage;
  coupon: CouponView;
  now: number;
  isBusy: boolean;
  onClaim: () => void;
  onCopy: (code: string) => void;
}) {
  const { words, kit, lang, coupon, now, isBusy, onClaim, onCopy } = props;
  const { code } = coupon;
  const isOver = coupon.until <= now;
  return (
    <section className="card">
      <h2>
        {words.coupon} · {coupon.words}
      </h2>
      <p className="small soft number">{fillWords(words.until, { date: dayOf(coupon.until, lang), n: coupon.left })}</p>
      {code !== null ? (
        <p className="row">
          <span className="code grow">{code}</span>
          <button onClick={() => onCopy(code)}>{kit.copy}</button>
        </p>
      ) : isOver || coupon.left === 0 ? (
        <p>{isOver ? words.over : words.none}</p>
      ) : (
        <button disabled={isBusy} onClick={onClaim}>
          {words.claim}
        </button>
      )}
    </section>
  );
}
