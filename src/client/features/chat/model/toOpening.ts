import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import type { FeedOpening } from '../feed/FeedPlace.ts';
import type { ChatPlace } from './ChatPlace.ts';
import type { FeedItem } from './FeedItem.ts';

/** Where it opens, and the line to mark there. Not every number is a message: a link to one that is none opens at the next one. */
export function toOpening(
  items: readonly FeedItem[],
  { atStart }: ChatWindowState,
  place: ChatPlace,
): { opensAt: FeedOpening; foundKey?: string | undefined } {
  if (place === 'end') return { opensAt: 'end' };
  if (place === 'unread') {
    const unread = items.find(({ isFirstUnread }) => isFirstUnread);
    return { opensAt: unread ? { key: unread.key, place: 'start' } : 'end' };
  }
  if ('spot' in place) {
    const { key, seq, top } = place.spot;
    const line =
      items.find((item) => item.key === key) ?? items.find((item) => (item.row?.s ?? -1) >= (seq ?? Infinity));
    return { opensAt: line ? { key: line.key, place: top } : 'end' };
  }
  const isInWindow = atStart || (items.find(({ row }) => row)?.seq ?? Number.POSITIVE_INFINITY) <= place.seq;
  const line = isInWindow ? items.find((item) => (item.row?.s ?? -1) >= place.seq) : undefined;
  if (!line) return { opensAt: 'end' };
  const isIt = place.at === 'center' && line.row?.s === place.seq;
  return { opensAt: { key: line.key, place: place.at }, foundKey: isIt ? line.key : undefined };
}
