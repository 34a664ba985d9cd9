/** Where a line is brought to; a number: so many px below the upper edge of the view its bubble stands. */
export type FeedPlace = 'start' | 'center' | 'nearest' | number;

/** Where a conversation opens. */
export type FeedOpening = { key: string; place: Exclude<FeedPlace, 'nearest'> } | 'end';

/** A line in sight, and how far below the upper edge of the view its bubble stands, px. */
export interface FeedSpot {
  key: string;
  top: number;
}
