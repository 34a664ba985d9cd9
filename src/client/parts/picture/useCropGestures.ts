import { useEffect, useEffectEvent, useRef, type PointerEvent, type RefObject } from 'react';
import { clampCrop, moveCrop, type Crop, type Extent } from './clampCrop.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How much one px of a wheel enlarges. */
const wheelStep = 0.002;

/** Drawing with one finger or the mouse, pinching with two, scrolling to enlarge. */
export function useCropGestures(
  view: RefObject<HTMLElement | null>,
  extent: Extent,
  onChange: (change: (crop: Crop) => Crop) => void,
) {
  const points = useRef(new Map<number, Point>());
  const zoomBy = useEffectEvent((factor: number) =>
    onChange((crop) => clampCrop(extent, { ...crop, zoom: crop.zoom * factor })),
  );
  useEffect(() => {
    const element = view.current;
    // Not React's own event: that one cannot keep the page from scrolling.
    const handleWheel = (event: WheelEvent): void => {
      event.preventDefault();
      zoomBy(Math.exp(-event.deltaY * wheelStep));
    };
    element?.addEventListener('wheel', handleWheel, { passive: false });
    return () => element?.removeEventListener('wheel', handleWheel);
  }, [view]);

  const release = ({ pointerId }: PointerEvent): void => void points.current.delete(pointerId);
  return {
    onPointerDown(event: PointerEvent): void {
      event.currentTarget.setPointerCapture(event.pointerId);
      points.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    },
    onPointerMove(event: PointerEvent): void {
      const before = points.current.get(event.pointerId);
      if (!before) return;
      const old = [...points.current.values()];
      points.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const next = [...points.current.values()];
      const width = view.current?.clientWidth ?? 1;
      const [from, to] = [middleOf(old), middleOf(next)];
      const factor = spreadOf(old) === 0 ? 1 : spreadOf(next) / spreadOf(old);
      onChange((crop) => {
        const zoomed = clampCrop(extent, { ...crop, zoom: crop.zoom * factor });
        return moveCrop(extent, zoomed, { dx: (to.x - from.x) / width, dy: (to.y - from.y) / width });
      });
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
}

function middleOf(points: readonly Point[]): Point {
  const count = Math.max(1, points.length);
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / count,
    y: points.reduce((sum, { y }) => sum + y, 0) / count,
  };
}

/** Distance of two fingers; 0 for one. */
const spreadOf = ([one, other]: readonly Point[]): number =>
  one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
