import type { ChatId } from '#protocol/ids.ts';

/** A thread as the message it hangs on shows it. */
export interface ThreadSummary {
  id: ChatId;
  replies: number;
  /** member ids of who wrote last, the newest first */
  faces: readonly number[];
  /** time of the newest reply, server clock, ms */
  last: number;
  /** only for who follows it; else 0 */
  unread: number;
  isFollowed: boolean;
  isMuted: boolean;
}

/** Threads of one chat by the seq of the message they hang on. */
export type ThreadsBySeq = ReadonlyMap<number, ThreadSummary>;
