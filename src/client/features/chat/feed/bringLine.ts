import type { FeedPlace } from './FeedPlace.ts';
import { AT_END_PX } from './spaceBelow.ts';

/** Room for the sticky day above a line that was asked for, px. */
const START_ROOM_PX = 56;

/** Where a line's bubble stands below the upper edge of the view, px. What stands above the bubble in its line (a day, a mark) may come and go. */
export function bubbleTop(view: HTMLElement, line: HTMLElement): number {
  const bubble = line.querySelector('article') ?? line;
  return bubble.getBoundingClientRect().top - view.getBoundingClientRect().top;
}

/** Scrolls the view so that a line stands where it was asked for. */
export function bringLine(view: HTMLElement, line: HTMLElement, place: FeedPlace): void {
  const edge = view.getBoundingClientRect();
  const box = line.getBoundingClientRect();
  const top = box.top - edge.top;
  if (typeof place === 'number') view.scrollTop += bubbleTop(view, line) - place;
  else if (place === 'center') view.scrollTop += top - Math.max(START_ROOM_PX, (view.clientHeight - box.height) / 2);
  else if (place === 'start') view.scrollTop += top - START_ROOM_PX;
  else if (top < START_ROOM_PX) view.scrollTop += top - START_ROOM_PX;
  else if (box.bottom > edge.bottom - AT_END_PX)
    view.scrollTop += Math.min(box.bottom - edge.bottom + AT_END_PX, top - START_ROOM_PX);
}
