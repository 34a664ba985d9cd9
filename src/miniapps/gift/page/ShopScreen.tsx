import { useState } from 'react';
import { PageFrame } from '#miniapps/kit/page/PageFrame.tsx';
import { fillWords, type KitWords } from '#miniapps/kit/page/pageWords.ts';
import type { Said } from '#miniapps/kit/page/useAct.ts';
import type { GiftsView } from '#miniapps/gift/server/giftShapes.ts';
import { GiftList } from './GiftList.tsx';
import type { GiftPageWords } from './giftParts.ts';

/** Choosing and paying a gift, and all gifts and points of a person. */
export function ShopScreen(props: {
  words: GiftPageWords;
  kit: KitWords;
  view: GiftsView;
  isOffline: boolean;
  isBusy: boolean;
  said?: Said | undefined;
  onGive: (gift: { item: string; to: string; note: string }) => void;
  onGift: (id: string) => void;
  onTill: () => void;
}) {
  const { words, kit, view, isOffline, isBusy, said, onGive, onGift, onTill } = props;
  const [item, setItem] = useState<string>();
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const chosen = view.items.find(({ id }) => id === item);
  const isTooFew = chosen !== undefined && chosen.points > view.points;
  return (
    <PageFrame kit={kit} title={words.title} isOffline={isOffline} said={said}>
      <section className="card">
        <strong className="number">{fillWords(words.points, { n: view.points })}</strong>
        <p className="small soft">{words.notMoney}</p>
      </section>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) onGive({ item: chosen.id, to, note });
        }}
      >
        <h2>{words.choose}</h2>
        {view.items.map(({ id, name, shop, points }) => (
          <button key={id} type="button" className="pick" aria-pressed={id === item} onClick={() => setItem(id)}>
            <strong>{name}</strong>
            <span className="soft small number">{fillWords(words.at, { shop, n: points })}</span>
          </button>
        ))}
        {chosen && (
          <>
            <label>
              {words.to}
              <input value={to} maxLength={40} onChange={(event) => setTo(event.target.value)} />
            </label>
            <label>
              {words.note}
              <input value={note} maxLength={240} onChange={(event) => setNote(event.target.value)} />
            </label>
            {isTooFew && <p className="note bad">{words.tooFew}</p>}
            <button className="main wide" disabled={isBusy || isTooFew}>
              {fillWords(words.give, { n: chosen.points })}
            </button>
          </>
        )}
      </form>
      <GiftList {...{ words, onGift }} title={words.got} gifts={view.got} />
      <GiftList {...{ words, onGift }} title={words.given} gifts={view.given} />
      <section className="stack">
        <h2>{words.moves}</h2>
        <ul className="stack">
          {view.moves.map(({ at, points, why }) => (
            <li key={`${at} ${why} ${points}`} className="row small number">
              <span className="grow">{nameOf(why, words)}</span>
              <span>{fillWords(words.points, { n: points > 0 ? `+${points}` : points })}</span>
            </li>
          ))}
        </ul>
      </section>
      {view.isStaff && <button onClick={onTill}>{words.till}</button>}
    </PageFrame>
  );
}

const nameOf = (why: string, words: GiftPageWords): string =>
  why === 'give' ? words.giveMove : why === 'return' ? words.return : why === 'redeem' ? words.redeem : words.welcome;
