import { useMemo } from 'react';
import { readCard } from '#domain/readCard.ts';
import { AppCard } from '#client/parts/AppCard.tsx';
import { momentName } from '#client/parts/timeTexts.ts';
import type { CardSlotProps } from '../lines/CardSlot.tsx';
import { useCardPress } from './useCardPress.tsx';
import { useCardApp } from './useCardApp.ts';

/** A card in a line: taken apart, with the name of its app, and what is pressed on it. One that cannot be read is its words. */
export function CardView({ card, item, look, tabIndex }: CardSlotProps) {
  const read = useMemo(() => readCard(card.body), [card.body]);
  const app = useCardApp(card.app, look.isLive);
  const { onPress, question } = useCardPress(look.c, app, look.on.say);
  if (!read) return <p className="px-3.5 py-2">{card.x}</p>;
  const now = new Date(`${look.today}T23:59:59`).getTime();
  return (
    <>
      <AppCard
        words={read.words}
        app={app}
        side={item.isOwn ? 'own' : 'other'}
        asOf={look.isLive ? undefined : momentName(read.at, now, look.language)}
        canWrite={look.canWrite}
        onPress={onPress}
        tabIndex={tabIndex}
      />
      {question}
    </>
  );
}
