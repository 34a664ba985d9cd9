import type { FeedItem } from './FeedItem.ts';

/** A send younger than this slides in, ms; an older one was only scrolled back into the document. */
const FRESH_MS = 600;

/** Whether a line was written a moment ago, by the device's clock. */
export function isFresh({ entry }: FeedItem): boolean {
  return entry !== undefined && Date.now() - entry.at < FRESH_MS;
}
