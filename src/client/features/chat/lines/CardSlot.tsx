import type { CardHead } from '#domain/readCardHead.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { FeedItem } from '../model/FeedItem.ts';
import { cardHeight } from './cardHeight.ts';
import type { LineLook } from './LineLook.ts';

export type CardSlotProps = { card: CardHead; item: FeedItem; look: LineLook; tabIndex: 0 | -1 };

/** Most conversations have no card: its code comes with the first one, or once the screen has come to rest. */
export const LazyCardView = lazyPart<CardSlotProps>(() => import('../card/CardView.tsx').then((m) => m.CardView));

/** The place of a card in its bubble: it has its room before the card is there. */
export function CardSlot(props: CardSlotProps) {
  return (
    <div className="empty:min-h-(--card-h)" style={{ '--card-h': `${cardHeight(props.card.body)}px` } as object}>
      <LazyCardView {...props} />
    </div>
  );
}
