import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { actionsOf } from './actionsOf.ts';
import type { FeedItem } from './FeedItem.ts';
import { toFeed } from './toFeed.ts';

/** The newest own message that may still be changed at `now` (server clock, ms), for arrow up in an empty composer. */
export function lastEditable(state: ChatWindowState, me: number, now: number): FeedItem | undefined {
  return toFeed({ ...state, me }).findLast((item) => item.isOwn && actionsOf(item, true, now).includes('edit'));
}
