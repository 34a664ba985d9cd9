import { useEffect, useRef } from 'react';
import type { MouseEvent, PointerEvent } from 'react';

/** A press of 450 ms counts as long: Android's own measure is 400–500. */
const LONG_PRESS_MS = 450;
/** A finger trembles; more than 10 px is a scroll. */
const TREMBLE_PX = 10;

/**
 * Handlers for "show me what I can do with this": a long press of a finger or the context menu (right click, menu key). A right click on a
 * link or on selected text keeps the browser's own menu. iOS sends no `contextmenu`, so touch is timed here.
 */
export function useLongPress(onLongPress: (() => void) | undefined) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const cancel = () => {
    if (press.current) clearTimeout(press.current.timer);
    press.current = null;
  };
  useEffect(() => cancel, []);
  if (!onLongPress) return {};
  return {
    onPointerDown(event: PointerEvent) {
      cancel();
      if (event.pointerType !== 'touch') return;
      const timer = setTimeout(() => {
        press.current = null;
        onLongPress();
      }, LONG_PRESS_MS);
      press.current = { timer, x: event.clientX, y: event.clientY };
    },
    onPointerMove(event: PointerEvent) {
      const start = press.current;
      if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) > TREMBLE_PX) cancel();
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
    onContextMenu(event: MouseEvent) {
      const isOnLink = event.target instanceof Element && event.target.closest('a[target], input, textarea') !== null;
      const hasSelection = (globalThis.getSelection()?.toString() ?? '') !== '';
      if (isOnLink || hasSelection) return;
      event.preventDefault();
      // Android sends this event in the middle of a long press: whichever comes first wins.
      if (press.current || (event.nativeEvent as globalThis.PointerEvent).pointerType !== 'touch') onLongPress();
      cancel();
    },
  };
}
