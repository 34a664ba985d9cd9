import { useRef } from 'react';
import type { PointerEvent } from 'react';

/** A finger that went this far has decided for a swipe, px: less is a tremble or the begin of a scroll. */
const BEGIN_PX = 12;
/** From here on letting go does it, and the thing follows no further than the limit, px. */
const DONE_PX = 48;
const LIMIT_PX = 64;

interface Swipe {
  x: number;
  y: number;
  isOn: boolean;
  moved: number;
}

/**
 * Handlers for a swipe of a finger towards the start of the line: the element follows, and goes back when it is let go. Scrolling up and down stays the browser's: give the element
 * `touch-pan-y`. Not for mice, which have buttons for it.
 */
export function useSwipe(onSwipe: (() => void) | undefined) {
  const swipe = useRef<Swipe | null>(null);
  if (!onSwipe) return {};
  const end = (event: PointerEvent<HTMLElement>, isDone: boolean): void => {
    const now = swipe.current;
    swipe.current = null;
    if (!now?.isOn) return;
    event.currentTarget.style.translate = '';
    if (isDone && now.moved >= DONE_PX) onSwipe();
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const { pointerType, isPrimary, clientX: x, clientY: y } = event;
      swipe.current = pointerType === 'touch' && isPrimary ? { x, y, isOn: false, moved: 0 } : null;
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const now = swipe.current;
      if (!now) return;
      const element = event.currentTarget;
      const sign = getComputedStyle(element).direction === 'rtl' ? 1 : -1;
      const [along, across] = [(event.clientX - now.x) * sign, Math.abs(event.clientY - now.y)];
      if (!now.isOn) {
        if (across > BEGIN_PX || along < -BEGIN_PX) swipe.current = null;
        if (along < BEGIN_PX || across > along) return;
        now.isOn = true;
      }
      now.moved = Math.min(LIMIT_PX, Math.max(0, along - BEGIN_PX));
      element.style.translate = `${now.moved * sign}px`;
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => end(event, true),
    onPointerCancel: (event: PointerEvent<HTMLElement>) => end(event, false),
  };
}
