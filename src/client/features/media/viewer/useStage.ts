import { useEffect, useRef, useState, type MouseEvent, type PointerEvent, type RefObject } from 'react';
import { beginGesture, followGesture, type Gesture } from './Gesture.ts';
import { fitSize, noZoom, settleZoom, zoomAt, type Point, type Size, type Zoom } from './Zoom.ts';

/** A finger that went this far sideways turns the page, this far down closes, px. */
const turnPx = 56;
const closePx = 96;
/** Two presses within this time, ms, and distance, px, are a double one. */
const doubleMs = 300;
const doublePx = 28;
/** How big a double press makes it, and how much a key changes. */
const doubleFactor = 2.5;
const keyFactor = 1.5;

export interface StageProps {
  /** px of the picture; without them it is unknown */
  picture: Partial<Size>;
  /** another one is another picture: it is whole again */
  id: string;
  /** −1: the one before, 1: the next */
  onTurn: (step: 1 | -1) => void;
  onClose: () => void;
}

interface StageState {
  id: string;
  zoom: Zoom;
  /** how far the page is pulled, px */
  drag: Point;
  /** a finger is on it: it follows without a transition */
  isMoving: boolean;
}

const still: Point = { x: 0, y: 0 };
const rest = (id: string): StageState => ({ id, zoom: noZoom, drag: still, isMoving: false });

/**
 * A picture that is zoomed and moved by fingers, wheel, mouse and keys. Whole, a finger turns to the next one sideways and closes downwards; zoomed, it moves the picture.
 */
export function useStage({ picture, id, onTurn, onClose }: StageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const size = useSize(stage);
  const fit = fitSize(size, picture);
  const [state, setState] = useState(() => rest(id));
  const now = state.id === id ? state : rest(id);
  const show = (zoom: Zoom, drag = still, isMoving = false): void => setState({ id, zoom, drag, isMoving });
  const zoomBy = (factor: number, point = still): void => show(zoomAt(now.zoom, factor, point, size, fit));
  const toggle = (point: Point): void => (now.zoom.k > 1 ? show(noZoom) : zoomBy(doubleFactor, point));
  useWheel(stage, (factor, event) => zoomBy(factor, toStage(stage.current, event)));
  const handlers = useFingers({ stage, zoom: now.zoom, toggle, onTurn, onClose, show }, (mine, moved) => {
    const placed = { ...mine.zoom, x: mine.zoom.x + moved.x, y: mine.zoom.y + moved.y };
    return mine.pinch ? zoomAt(placed, moved.factor, moved.point, size, fit) : settleZoom(placed, size, fit);
  });
  return {
    ...{ stage, fit, handlers, ...now },
    zoomIn: () => zoomBy(keyFactor),
    zoomOut: () => zoomBy(1 / keyFactor),
    reset: () => show(noZoom),
  };
}

interface FingerInput extends Pick<StageProps, 'onTurn' | 'onClose'> {
  stage: RefObject<HTMLElement | null>;
  zoom: Zoom;
  toggle: (point: Point) => void;
  show: (zoom: Zoom, drag?: Point, isMoving?: boolean) => void;
}

/** Handlers for what fingers and a mouse do. `place`: how the picture lies after a move. */
function useFingers(
  input: FingerInput,
  place: (mine: Gesture, moved: Point & { factor: number; point: Point }) => Zoom,
) {
  const { stage, zoom, toggle, show } = input;
  const gesture = useRef<Gesture>(undefined);
  const tap = useDoubleTap(toggle);
  const end = (event: PointerEvent<HTMLElement>, isDone: boolean): void => {
    const mine = gesture.current;
    if (!mine?.fingers.delete(event.pointerId)) return;
    // One finger of two is left: it goes on from here.
    gesture.current = mine.fingers.size > 0 ? beginGesture(mine.fingers, zoom, mine.isTouch) : undefined;
    if (gesture.current) return;
    show(zoom);
    if (!isDone || !mine.isTouch) return;
    const point = toStage(stage.current, event);
    if (mine.axis === undefined && mine.pinch === undefined) tap(point, event.timeStamp);
    else if (zoom.k === 1) settle(input, mine, point, event.currentTarget);
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const fingers = gesture.current?.fingers ?? new Map<number, Point>();
      fingers.set(event.pointerId, toStage(stage.current, event));
      gesture.current = beginGesture(fingers, zoom, event.pointerType !== 'mouse');
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const mine = gesture.current;
      if (!mine?.fingers.has(event.pointerId)) return;
      mine.fingers.set(event.pointerId, toStage(stage.current, event));
      const moved = followGesture(mine, zoom.k > 1);
      if (moved && 'drag' in moved) show(zoom, moved.drag, true);
      else if (moved) show(place(mine, moved), undefined, true);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => end(event, true),
    onPointerCancel: (event: PointerEvent<HTMLElement>) => end(event, false),
    onDoubleClick(event: MouseEvent<HTMLElement>) {
      // Two taps of a finger were counted already; browsers send this after them too.
      if ((event.nativeEvent as globalThis.PointerEvent).pointerType !== 'touch') toggle(toStage(stage.current, event));
    },
  };
}

/** A finger has gone sideways or down, and far enough or not. */
function settle({ onTurn, onClose }: FingerInput, mine: Gesture, point: Point, element: HTMLElement): void {
  const [x, y] = [point.x - mine.start.x, point.y - mine.start.y];
  const isRtl = getComputedStyle(element).direction === 'rtl';
  if (mine.axis === 'x' && Math.abs(x) > turnPx) onTurn(x < 0 !== isRtl ? 1 : -1);
  if (mine.axis === 'y' && y > closePx) onClose();
}

function useDoubleTap(onDouble: (point: Point) => void): (point: Point, at: number) => void {
  const last = useRef<Point & { at: number }>(undefined);
  return (point, at) => {
    const before = last.current;
    const isNear = before !== undefined && Math.hypot(point.x - before.x, point.y - before.y) < doublePx;
    const isDouble = isNear && at - before.at < doubleMs;
    last.current = isDouble ? undefined : { ...point, at };
    if (isDouble) onDouble(point);
  };
}

function toStage(stage: HTMLElement | null, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const box = stage?.getBoundingClientRect();
  return box ? { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 } : still;
}

function useSize(stage: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [stage]);
  return size;
}

/** React's own listeners cannot keep the page from zooming. */
function useWheel(stage: RefObject<HTMLElement | null>, onZoom: (factor: number, event: WheelEvent) => void): void {
  const latest = useRef(onZoom);
  useEffect(() => {
    latest.current = onZoom;
  });
  useEffect(() => {
    const element = stage.current;
    const turn = (event: WheelEvent): void => {
      event.preventDefault();
      // A pinch on a touchpad comes as small steps with Ctrl.
      latest.current(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), event);
    };
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, [stage]);
}
