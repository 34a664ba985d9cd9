import { mediaKind, personKind, placeKind, pollKind, stickerKind } from '#domain/chatTraits.ts';
import { lazyPart, type LazyPart } from '#client/ui/lazyPart.tsx';
import type { FeedContent, FeedItem } from '../model/FeedItem.ts';
import { mediaRoom } from '../media/mediaRoom.ts';
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

/** Of a poll: the question, a line about it, the answers, and what can be done. */
const pollRoom = ({ b }: FeedContent): number =>
  90 + Math.ceil(String(b['x']).length / 34) * 22 + 48 * (b['o'] as readonly string[]).length;

/** The views by kind. A kind without one shows its words. */
export const contentViews: Readonly<Record<number, ContentView>> = {
  [mediaKind]: {
    View: lazyPart(() => import('../media/MediaView.tsx').then((m) => m.MediaView)),
    frame: 'bubble',
    room: mediaRoom,
  },
  [pollKind]: {
    View: lazyPart(() => import('../polls/PollSlot.tsx').then((m) => m.PollSlot)),
    frame: 'bubble',
    room: pollRoom,
  },
  [personKind]: {
    View: lazyPart(() => import('../cards/PersonView.tsx').then((m) => m.PersonView)),
    frame: 'bubble',
    room: () => 119,
  },
  [placeKind]: {
    View: lazyPart(() => import('../cards/PlaceView.tsx').then((m) => m.PlaceView)),
    frame: 'bubble',
    room: ({ b }) => 235 + (b['ac'] === undefined ? 0 : 18),
  },
  [stickerKind]: {
    View: lazyPart(() => import('./StickerView.tsx').then((m) => m.StickerView)),
    frame: 'bare',
    // 132 and 160 px, less the margin of the drawing.
    room: () => (matchMedia('(width < 700px)').matches ? 124 : 152),
  },
};
