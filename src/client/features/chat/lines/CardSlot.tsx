import type { CardBody } from '#protocol/entities/appCards.ts';
import type { AppCardProps } from '#client/parts/AppCard.tsx';
import { cardHeight } from '#client/parts/cardHeight.ts';
import { momentName } from '#client/parts/timeTexts.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from './LineLook.ts';

/** Most conversations have no card: its code comes with the first one, or once the screen has come to rest. */
export const LazyAppCard = lazyPart<AppCardProps>(() => import('#client/parts/AppCard.tsx').then((m) => m.AppCard));

export type CardSlotProps = { card: CardBody; item: FeedItem; look: LineLook; tabIndex: 0 | -1 };

/** The place of a card in its bubble: it has its room before the card is there. */
export function CardSlot({ card, item, look, tabIndex }: CardSlotProps) {
  const { words, app, at } = card;
  const now = new Date(`${look.today}T23:59:59`).getTime();
  return (
    <div className="empty:min-h-(--card-h)" style={{ '--card-h': `${cardHeight(words)}px` } as object}>
      <LazyAppCard
        words={words}
        app={look.appOf(app)}
        side={item.isOwn ? 'own' : 'other'}
        asOf={look.isLive ? undefined : momentName(at, now, look.language)}
        canWrite={look.canWrite}
        onPress={(press) => look.on.press(item, press)}
        tabIndex={tabIndex}
      />
    </div>
  );
}
