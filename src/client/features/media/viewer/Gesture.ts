import type { Point, Zoom } from './Zoom.ts';

/** Less is a tremble, px. */
const beginPx = 10;

/** What fingers or a mouse are doing on the stage. */
export interface Gesture {
  /** where each finger is */
  fingers: Map<number, Point>;
  /** where the first one began */
  start: Point;
  /** how the picture lay then */
  zoom: Zoom;
  axis: 'x' | 'y' | undefined;
  isTouch: boolean;
  /** of two fingers */
  pinch: { distance: number; middle: Point } | undefined;
}

/** What the fingers have done since they began: pulled the page, or moved (and with two, zoomed at `point`) the picture on it. */
export type Move = { drag: Point } | (Point & { factor: number; point: Point });

/** A gesture begins, or goes on with another number of fingers. */
export function beginGesture(fingers: Map<number, Point>, zoom: Zoom, isTouch: boolean): Gesture {
  const [one, other] = [...fingers.values()];
  const start = one ?? { x: 0, y: 0 };
  const pinch = other && { distance: distanceOf(start, other), middle: middleOf(start, other) };
  return { fingers, start, zoom, isTouch, pinch, axis: undefined };
}

/** Where it is now. Undefined: nowhere yet, or a mouse over a picture that is whole. */
export function followGesture(mine: Gesture, isZoomed: boolean): Move | undefined {
  const [one = mine.start, other] = [...mine.fingers.values()];
  if (other && mine.pinch) {
    const middle = middleOf(one, other);
    const factor = distanceOf(one, other) / Math.max(1, mine.pinch.distance);
    return { x: middle.x - mine.pinch.middle.x, y: middle.y - mine.pinch.middle.y, factor, point: middle };
  }
  const [x, y] = [one.x - mine.start.x, one.y - mine.start.y];
  if (mine.axis === undefined && Math.hypot(x, y) >= beginPx) mine.axis = Math.abs(x) > Math.abs(y) ? 'x' : 'y';
  if (isZoomed) return { x, y, factor: 1, point: one };
  if (mine.axis === undefined || !mine.isTouch) return undefined;
  return { drag: mine.axis === 'x' ? { x, y: 0 } : { x: 0, y: Math.max(0, y) } };
}

const distanceOf = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);
const middleOf = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
