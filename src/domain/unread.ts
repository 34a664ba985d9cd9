/** The numbers an unread count is made of: head.n, and my read ordinal and own messages behind it. */
export interface UnreadNumbers {
  n: number;
  readN: number;
  ownAfter: number;
}

/** Messages of others that a person has not read. System lines have no ordinal and do not count; unsent ones do until they were seen. */
export function countUnread({ n, readN, ownAfter }: UnreadNumbers): number {
  return Math.max(0, n - readN - ownAfter);
}
