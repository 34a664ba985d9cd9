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
  const boxOf = (index: number) => lines.get(frame.keys[index] ?? '')?.getBoundingClientRect();
  for (
    let index = firstInSight(frame.range, (at) => (boxOf(at)?.bottom ?? edge.bottom) <= edge.top);
    index < frame.range.to;
    index += 1
  ) {
    const key = frame.keys[index] ?? '';
    const box = boxOf(index);
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

/** Lines stand one below the other: of hundreds that are drawn above the view only a few are looked at. A line that is not there yet counts as not above it. */
function firstInSight({ from, to }: FeedFrame['range'], isAbove: (index: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAbove(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
