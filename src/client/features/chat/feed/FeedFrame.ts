import type { FeedRange } from './feedRange.ts';

/** What is in sight. Indexes into the items; −1 when nothing is. */
export interface FeedView {
  /** first line that is in sight, even in part */
  first: number;
  /** last line whose end is in sight */
  last: number;
  /** px above and below the view */
  above: number;
  below: number;
}

/** The elements of the feed, once they exist. */
export interface FeedElements {
  view: HTMLElement;
  spacerTop: HTMLElement;
  spacerBottom: HTMLElement;
}

/** What the last commit drew. */
export interface FeedFrame {
  keys: readonly string[];
  range: FeedRange;
  /** false while more lines exist below the last one: then nothing keeps the view at the end */
  isEndReal: boolean;
  /** the last line is this person's own */
  endsWithOwn: boolean;
  /** lines that give way to what fills them: nothing is held by them */
  gaps: ReadonlySet<string>;
  setRange: (range: FeedRange) => void;
  onView?: ((view: FeedView) => void) | undefined;
}
