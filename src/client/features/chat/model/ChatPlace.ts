import type { ReadingSpot } from './ReadingSpot.ts';

/**
 * Where the conversation opens: at a message (in the middle and marked when somebody pointed at it, at the upper edge when something begins with it),
 * where the reader was before, the end, or the first unread message.
 */
export type ChatPlace = { seq: number; at: 'center' | 'start' } | { spot: ReadingSpot } | 'end' | 'unread';
