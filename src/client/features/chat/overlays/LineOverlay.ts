import type { FeedItem } from '../model/FeedItem.ts';

/** The one layer that is open over the conversation. */
export type LineOverlay =
  | { kind: 'menu' | 'reactions'; item: FeedItem; anchor: Element }
  | { kind: 'sheet' | 'unsend' | 'delete' | 'hide' | 'versions'; item: FeedItem };
