import type { GiftView } from '#miniapps/gift/server/giftShapes.ts';
import { whoseGift, type GiftPageWords } from './giftParts.ts';

/** Gifts with where they are; nothing when there are none. */
export function GiftList(props: {
  words: GiftPageWords;
  title: string;
  gifts: readonly GiftView[];
  onGift: (id: string) => void;
}) {
  const { words, title, gifts, onGift } = props;
  if (gifts.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      {gifts.map((gift) => (
        <button key={gift.id} className="pick" onClick={() => onGift(gift.id)}>
          <strong>{gift.item.name}</strong>
          <span className="row small">
            <span className="soft grow">{whoseGift(gift, words)}</span>
            <span className="mark">{words[gift.state]}</span>
          </span>
        </button>
      ))}
    </section>
  );
}
