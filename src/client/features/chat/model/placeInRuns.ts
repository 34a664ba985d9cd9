import type { FeedItem } from './FeedItem.ts';

/** Messages further apart than this start a new run, ms. */
const RUN_GAP_MS = 5 * 60_000;

/** Where a line stands among its neighbours. */
export type LinePlace = Pick<FeedItem, 'position' | 'isFirstUnread' | 'isFirstOfDay'>;

/**
 * Says where each message stands in its run: messages of one sender, less than five minutes from one to the next, on one day, with nothing between
 * them. Also marks the first line of each day. `firstUnread`: index of the line above which the mark stands, −1 without one.
 */
export function placeInRuns(items: readonly FeedItem[], firstUnread: number): LinePlace[] {
  const isJoined = (index: number): boolean => index !== firstUnread && joins(items[index - 1], items[index]);
  return items.map((item, index) => {
    const [isAfter, isBefore] = [isJoined(index), isJoined(index + 1)];
    return {
      position: isAfter ? (isBefore ? 'middle' : 'last') : isBefore ? 'first' : 'single',
      isFirstUnread: index === firstUnread,
      isFirstOfDay: items[index - 1]?.day !== item.day,
    };
  });
}

function joins(a: FeedItem | undefined, b: FeedItem | undefined): boolean {
  if (!a || !b || a.kind !== 'message' || b.kind !== 'message') return false;
  if (a.sender !== b.sender || a.day !== b.day) return false;
  return Math.abs(b.at - a.at) < RUN_GAP_MS;
}
