import type { FeedFrame } from './FeedFrame.ts';
import { AT_END_PX } from './spaceBelow.ts';

/** Indexes of drawn lines, and where the first of them stands below the view's upper edge, px. */
export interface FeedSight {
  first: number;
  last: number;
  anchor: number;
  top: number;
}

/** Which drawn lines are in sight. `anchor`: the first that begins in sight and is no gap, else the first that is there at all. */
export function lookAtFeed(
  view: HTMLElement,
  frame: FeedFrame,
  lines: ReadonlyMap<string, HTMLElement>,
): FeedSight | undefined {
  const edge = view.getBoundingClientRect();
  const found = { first: -1, last: -1, anchor: -1, top: 0 };
  for (let index = frame.range.from; index < frame.range.to; index += 1) {
    const key = frame.keys[index] ?? '';
    const box = lines.get(key)?.getBoundingClientRect();
    if (!box || box.bottom <= edge.top) continue;
    if (box.top >= edge.bottom) break;
    if (found.first < 0) {
      found.first = index;
      found.top = box.top - edge.top;
    }
    if (found.anchor < 0 && box.top >= edge.top && !frame.gaps.has(key)) found.anchor = index;
    // A bubble higher than the view counts as seen when its last line is.
    if (box.bottom <= edge.bottom + AT_END_PX) found.last = index;
  }
  if (found.anchor < 0) found.anchor = found.first;
  return found.first < 0 ? undefined : found;
}
