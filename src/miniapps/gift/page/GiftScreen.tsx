import { PageFrame } from '#miniapps/kit/page/PageFrame.tsx';
import { fillWords, type KitWords, type PageLanguage } from '#miniapps/kit/page/pageWords.ts';
import type { Said } from '#miniapps/kit/page/useAct.ts';
import type { GiftView } from '#miniapps/gift/server/giftShapes.ts';
import { dateOf, whoseGift, type GiftPageWords } from './giftParts.ts';
import { QrCode } from './QrCode.tsx';

/** One gift: for who gave it the way into a chat, for who opened it the code for the till. */
export function GiftScreen(props: {
  words: GiftPageWords;
  kit: KitWords;
  lang: PageLanguage;
  gift: GiftView;
  isOffline: boolean;
  isBusy: boolean;
  said?: Said | undefined;
  onShare: () => void;
  onTell: () => void;
  onBack: () => void;
}) {
  const { words, kit, lang, gift, isOffline, isBusy, said, onShare, onTell, onBack } = props;
  const { item, state, mine, code } = gift;
  return (
    <PageFrame kit={kit} title={item.name} isOffline={isOffline} said={said} onBack={onBack}>
      <section className="card">
        <p className="row">
          <span className="grow">{whoseGift(gift, words)}</span>
          <span className="mark">{words[state]}</span>
        </p>
        {gift.note !== null && <p>{gift.note}</p>}
        <p className="soft small number">
          {fillWords(words.at, { shop: item.shop, n: item.points })} ·{' '}
          {fillWords(words.until, { date: dateOf(gift.until, lang) })}
        </p>
      </section>
      {code !== null && (
        <section className="card center">
          <QrCode text={code} label={fillWords(words.qr, { code })} />
          <p className="code">{code.replaceAll(/(.{4})(?=.)/g, '$1 ')}</p>
          <p className="soft">{fillWords(words.showCode, { shop: item.shop })}</p>
        </section>
      )}
      {mine === 'giver' && state === 'made' && (
        <div className="stack">
          <button className="main wide" disabled={isBusy} onClick={onShare}>
            {kit.share}
          </button>
          <button disabled={isBusy} onClick={onTell}>
            {words.tell}
          </button>
        </div>
      )}
    </PageFrame>
  );
}
