import { useState } from 'react';
import { mapLink, placeText, readPlace } from '#domain/places.ts';
import type { CardAction } from '#client/parts/cards/CardActions.tsx';
import { copyText } from '#client/parts/copyText.ts';
import { CardActions } from '#client/parts/cards/CardActions.tsx';
import { PlaceDrawing } from '#client/parts/places/PlaceDrawing.tsx';
import { exactWords, placeWords } from '#client/parts/places/placeWords.ts';
import { textLang } from '#client/parts/textLang.ts';
import { cx } from '#client/ui/cx.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import type { ContentViewProps } from '../lines/contentViews.ts';
import type { MapQuestionProps } from './MapQuestion.tsx';

const MapQuestion = lazyPart<MapQuestionProps>(() => import('./MapQuestion.tsx').then((m) => m.MapQuestion));
const AHEAD = [MapQuestion];

/** A place in the conversation: our own drawing, what it is called, where it is and how exactly. No map is asked for before somebody wants one. */
export function PlaceView({ content, item, look, tabIndex }: ContentViewProps) {
  const { t, language, on } = look;
  const [asked, setAsked] = useState<string>();
  usePreload(AHEAD);
  const place = readPlace(content.b);
  if (!place) return <p className="px-3.5 py-2 text-13">{t('chat.unsupported')}</p>;
  const name = place.x ?? t('cards.place.unnamed');
  const soft = item.isOwn ? 'text-bubble-own-soft' : 'text-ink-faint';
  const link = mapLink(place, navigator.userAgent);
  const opening: CardAction = {
    text: t('cards.place.open'),
    label: `${t('cards.place.open')}: ${name}`,
    ...(link.kind === 'app' ? { href: link.href } : { onClick: () => setAsked(link.href) }),
  };
  const copy = async (): Promise<void> => {
    if (await copyText(placeText(place))) on.say(t('cards.place.copied'));
    else on.say(t('chat.actions.notCopied'), true);
  };
  return (
    <>
      <PlaceDrawing {...place} />
      <div className="grid gap-0.5 px-3.5 py-2.5">
        <p lang={textLang(name, language)} dir="auto" className="font-[650] wrap-anywhere">
          {name}
        </p>
        <p className={cx('text-13 tabular-nums', soft)}>{placeWords(t, place, language)}</p>
        {place.ac !== undefined && <p className={cx('text-12', soft)}>{exactWords(t, place.ac, language)}</p>}
      </div>
      <CardActions
        actions={[opening, { text: t('cards.place.copy'), onClick: () => void copy() }]}
        isOwn={item.isOwn}
        tabIndex={tabIndex}
      />
      {asked !== undefined && <MapQuestion t={t} href={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}
