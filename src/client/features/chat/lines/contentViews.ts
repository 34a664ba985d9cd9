import type { LazyPart } from '#client/ui/lazyPart.tsx';
import type { FeedContent, FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from './LineLook.ts';

/** What a view of a message's content is drawn from. */
export type ContentViewProps = { content: FeedContent; item: FeedItem; look: LineLook; tabIndex: 0 | -1 };

/** How messages of a kind are drawn. */
export interface ContentView {
  /** most conversations have none: its code comes with the first one */
  View: LazyPart<ContentViewProps>;
  /** `bubble`: inside of one, up to 320 px wide; `bare`: it has its own shape */
  frame: 'bubble' | 'bare';
  /** Height of the room it holds while its code is loaded, px. */
  room(content: FeedContent): number;
}

/** The views by kind. A kind without one shows its words. */
export const contentViews: Readonly<Record<number, ContentView>> = {};
