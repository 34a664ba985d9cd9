import { useState } from 'react';
import { PageFrame } from '#miniapps/kit/page/PageFrame.tsx';
import { fillWords, type KitWords, type PageLanguage } from '#miniapps/kit/page/pageWords.ts';
import type { Said } from '#miniapps/kit/page/useAct.ts';
import type { ProductView } from '#miniapps/deals/server/dealsShapes.ts';
import { CouponCard } from './CouponCard.tsx';
import { rupiahOf, type DealsPageWords } from './dealsParts.ts';
import { PriceChart } from './PriceChart.tsx';

/** One product: its history, following it, its coupon; for staff, its price. `now`: ms. */
export function ProductScreen(props: {
  words: DealsPageWords;
  kit: KitWords;
  lang: PageLanguage;
  product: ProductView;
  isStaff: boolean;
  now: number;
  isOffline: boolean;
  isBusy: boolean;
  said?: Said | undefined;
  onFollow: (isOn: boolean) => void;
  onShare: () => void;
  onClaim: (coupon: string) => void;
  onCopy: (code: string) => void;
  onPrice: (price: number) => void;
  onBack: () => void;
}) {
  const { words, kit, lang, product, isStaff, now, isOffline, isBusy, said, onBack } = props;
  const { price, lowest, usual, history, isFollowed, coupon } = product;
  const [low, high] = [rupiahOf(lowest, lang), rupiahOf(usual, lang)];
  const chart = fillWords(words.chart, {
    first: rupiahOf(history[0]?.price ?? price, lang),
    last: rupiahOf(price, lang),
  });
  return (
    <PageFrame kit={kit} title={product.name} isOffline={isOffline} said={said} onBack={onBack}>
      <section className="card">
        <p className="soft">{product.shop}</p>
        <p className="row">
          <strong className="number">{rupiahOf(price, lang)}</strong>
          {product.isLowest && <span className="mark">{words.lowest}</span>}
        </p>
        <PriceChart {...{ history, now }} label={chart} from={words.ago} to={words.today} />
        <p className="small soft number">{fillWords(words.range, { low, high })}</p>
      </section>
      <div className="row">
        <button
          className="main grow"
          aria-pressed={isFollowed}
          disabled={isBusy}
          onClick={() => props.onFollow(!isFollowed)}
        >
          {isFollowed ? words.unfollow : words.follow}
        </button>
        <button className="grow" disabled={isBusy} onClick={props.onShare}>
          {kit.share}
        </button>
      </div>
      {coupon && (
        <CouponCard
          {...{ words, kit, lang, coupon, now, isBusy }}
          onClaim={() => props.onClaim(coupon.id)}
          onCopy={props.onCopy}
        />
      )}
      {isStaff && <PriceForm {...{ words, price, isBusy }} key={price} onPrice={props.onPrice} />}
    </PageFrame>
  );
}

function PriceForm(props: { words: DealsPageWords; price: number; isBusy: boolean; onPrice: (price: number) => void }) {
  const { words, isBusy, onPrice } = props;
  const [text, setText] = useState(String(props.price));
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        onPrice(Number(text));
      }}
    >
      <label>
        {words.newPrice}
        <input
          type="number"
          inputMode="numeric"
          min={1}
          max={1_000_000_000}
          step={1}
          required
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button disabled={isBusy}>{words.setPrice}</button>
    </form>
  );
}
