import type words from './queuePageWords.json';

/** Words of the queue's page in one language. */
export type QueuePageWords = (typeof words)['en'];

/** Whole minutes for people; never none as long as somebody waits. */
export const minutesOf = (ms: number): number => (ms <= 0 ? 0 : Math.max(1, Math.round(ms / 60_000)));
