import { useEffect, useSyncExternalStore } from 'react';
import { QuoteBox } from '#client/parts/QuoteBox.tsx';
import type { LineLook } from '../lines/LineLook.ts';
import { quoteOf } from './quoteOf.ts';

export type LineQuoteProps = { seq: number; isOwn: boolean; look: LineLook; tabIndex: 0 | -1 };

/** What a message replies to, wherever in the chat that is. A press goes there. */
export function LineQuote({ seq, isOwn, look, tabIndex }: LineQuoteProps) {
  const { t, isLive, originals } = look;
  const original = useSyncExternalStore(originals?.listen ?? listenToNothing, () => originals?.get(seq));
  useEffect(() => {
    // What no network brought is asked for again when there is one.
    if (original === undefined) originals?.want(seq);
  }, [originals, original, seq, isLive]);
  const quote = quoteOf(t, original, { look, ...originals?.laidOver(seq) });
  return (
    <span className="my-0.5 -ms-[3px] mb-1.5 block">
      <QuoteBox
        name={quote.name}
        face={quote.sender === undefined ? '' : look.faceOf(quote.sender)}
        text={quote.text}
        isQuiet={quote.isQuiet}
        isOwn={isOwn}
        readerLang={look.language}
        tabIndex={tabIndex}
        label={t('messages.jump')}
        onPress={quote.canJump ? () => look.on.jump(seq) : undefined}
      />
    </span>
  );
}

const listenToNothing = () => () => undefined;
