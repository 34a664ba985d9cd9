import type { FeedItem } from './FeedItem.ts';

/** Messages further apart than this start a new run, ms. */
const RUN_GAP_MS = 5 * 60_000;

/**
 * Says where each message stands in its run: messages of one sender, less than five minutes from one to the next, on one day, with nothing between
 * them. Also marks the first line of each day. Changes the items in place and answers them.
 */
export function placeInRuns(items: FeedItem[]): FeedItem[] {
  items.forEach((item, index) => {
    const isJoined = joins(items[index - 1], item);
    const isFollowed = joins(item, items[index + 1]);
    item.position = isJoined ? (isFollowed ? 'middle' : 'last') : isFollowed ? 'first' : 'single';
    item.isFirstOfDay = items[index - 1]?.day !== item.day;
  });
  return items;
}

function joins(a: FeedItem | undefined, b: FeedItem | undefined): boolean {
  if (!a || !b || a.kind !== 'message' || b.kind !== 'message') return false;
  if (a.sender !== b.sender || a.day !== b.day || b.isFirstUnread) return false;
  return Math.abs(b.at - a.at) < RUN_GAP_MS;
}
