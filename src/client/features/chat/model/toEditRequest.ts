import type { FeedItem } from './FeedItem.ts';

/** What the composer is asked to change: a message by seq once the server has it, by its own id before. */
export interface EditRequest {
  s?: number;
  cid?: string;
  text: string;
  at: FeedItem['mentions'];
}

/** The request to change the text of a line. */
export function toEditRequest(item: FeedItem): EditRequest {
  const name = item.row ? { s: item.row.s } : { cid: item.entry?.i ?? '' };
  return { ...name, text: item.text, at: item.mentions };
}
