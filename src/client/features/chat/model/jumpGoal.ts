import type { FeedItem } from './FeedItem.ts';

/** What the button that leads down does. */
export type JumpGoal =
  /** draws the line "unread from here" at a line of the window and goes there */
  | { t: 'line'; key: string; seq: number }
  /** the first unread message is outside of the window */
  | { t: 'unread' }
  /** the newest message; `isLoaded`: it is in the window */
  | { t: 'end'; isLoaded: boolean };

export interface JumpInput {
  items: readonly FeedItem[];
  /** index of the last line in sight */
  last: number;
  /** seqs up to this were seen here or read anywhere */
  seenSeq: number;
  /** the window reaches the newest message */
  atEnd: boolean;
  /** unread messages of the chat, and the seq behind which they begin */
  unread: number;
  readSeq: number;
}

/** News: messages of others that were not seen. */
export function isNews(item: FeedItem, seenSeq: number): boolean {
  return item.kind === 'message' && !item.isOwn && item.seq !== undefined && item.seq > seenSeq;
}

/**
 * Where a press leads: first to where the unread messages begin, and from there to the end. A reader who stands right before them has them in front of
 * the eyes already and goes to the end at once.
 */
export function jumpGoal({ items, last, seenSeq, atEnd, unread, readSeq }: JumpInput): JumpGoal {
  const index = items.findIndex((item) => isNews(item, seenSeq));
  const first = items[index];
  const isAhead =
    first !== undefined && items.slice(last + 1, index).some(({ isOwn, kind }) => kind === 'hole' || !isOwn);
  if (first?.seq !== undefined && isAhead) return { t: 'line', key: first.key, seq: first.seq };
  const lastSeq = items.findLast(({ row }) => row)?.seq ?? 0;
  if (!first && !atEnd && unread > 0 && readSeq >= lastSeq) return { t: 'unread' };
  return { t: 'end', isLoaded: atEnd };
}
