import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from './LineLook.ts';

/** What a line is drawn from. */
export type FeedLineProps = {
  item: FeedItem;
  look: LineLook;
  /** place among the lines of the window, from 1, and how many there are (−1: not known) */
  place: number;
  total: number;
  /** the one line in the tab order */
  isActive: boolean;
  isFound: boolean;
  /** whether it is chosen; undefined while nothing is being chosen */
  isChosen?: boolean | undefined;
};
