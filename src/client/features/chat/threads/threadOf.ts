import type { FeedItem } from '../model/FeedItem.ts';
import type { ThreadsBySeq, ThreadSummary } from './ThreadSummary.ts';

/** The thread that a line shows below itself: one with replies, or my own without any; of one that is over, and not on this device, what the message tells of its end. */
export function threadOf({ seq, row }: FeedItem, threads: ThreadsBySeq | undefined): ThreadSummary | undefined {
  if (seq === undefined || threads === undefined) return undefined;
  const known = threads.get(seq);
  if (known) return known.replies > 0 || known.isFollowed ? known : undefined;
  const told = row?.ex?.th;
  if (!told?.end) return undefined;
  const { n, f, at } = told.end;
  return { id: told.c, replies: n, faces: f, last: at, unread: 0, isFollowed: false, isMuted: false };
}
