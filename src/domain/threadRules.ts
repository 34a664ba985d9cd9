import { messageKind } from '#protocol/entities/messageKind.ts';
import { limits } from '#protocol/limits.ts';

/** When a thread is over if nobody writes in it, ms of the server clock. `newest`: time of the newest reply, or of the beginning. */
export const threadEnd = (newest: number): number => newest + limits.threadIdleMs;

/** Whether nobody writes in a thread any more. `now`: server clock, ms. */
export const isThreadOver = (newest: number, now: number): boolean => threadEnd(newest) <= now;

/** Whether a message is young enough, and of a kind, to begin a thread on it; who may is a matter of who may write. `now`: server clock, ms. */
export const canHoldThread = (message: { kind: number; at: number }, now: number): boolean =>
  message.kind !== messageKind.system && message.at + limits.threadStartMs > now;
