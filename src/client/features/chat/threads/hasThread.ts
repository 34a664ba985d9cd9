import type { FeedItem } from '../model/FeedItem.ts';
import type { ThreadsBySeq } from './ThreadSummary.ts';

/** Whether a thread hangs on a message, shown or not. */
export const hasThread = ({ seq, row }: FeedItem, threads: ThreadsBySeq | undefined): boolean =>
  threads !== undefined && (threads.has(seq ?? 0) || row?.ex?.th !== undefined);
