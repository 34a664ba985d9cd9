import { useRef, useState } from 'react';
import type { MouseEvent, PointerEvent } from 'react';

/** A press that is shorter is a tap: it need not be held, ms. */
const tapMs = 350;
/** A finger that went so far up has locked it, and so far aside has thrown it away, px. */
const lockPx = 64;
const cancelPx = 104;

/** What a press means. */
export interface HoldEvents {
  /** it began; `isLocked`: it does not have to be held */
  onStart: (isLocked: boolean) => void;
  onLock: () => void;
  onCancel: () => void;
  /** it was let go after it had been held */
  onRelease: () => void;
}

interface Hold {
  x: number;
  y: number;
  at: number;
}

/** Handlers of a button that is held, and how far the finger is from where it began, px: up, and towards the start of the line. A tap, and a press by keyboard or screen reader, locks at once. */
export function useHold({ onStart, onLock, onCancel, onRelease }: HoldEvents) {
  const hold = useRef<Hold>(null);
  const [moved, setMoved] = useState<{ up: number; aside: number }>();
  const end = (): Hold | null => {
    const was = hold.current;
    hold.current = null;
    setMoved(undefined);
    return was;
  };
  return {
    moved,
    /** Ends the press from outside. */
    letGo: end,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLButtonElement>) {
        if (event.button !== 0 || !event.isPrimary) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        hold.current = { x: event.clientX, y: event.clientY, at: event.timeStamp };
        setMoved({ up: 0, aside: 0 });
        onStart(false);
      },
      onPointerMove(event: PointerEvent<HTMLButtonElement>) {
        const start = hold.current;
        if (!start) return;
        const sign = getComputedStyle(event.currentTarget).direction === 'rtl' ? 1 : -1;
        const up = Math.max(0, start.y - event.clientY);
        const aside = Math.max(0, (event.clientX - start.x) * sign);
        if (up >= lockPx && up > aside) {
          end();
          onLock();
        } else if (aside >= cancelPx) {
          end();
          onCancel();
        } else setMoved({ up, aside });
      },
      onPointerUp(event: PointerEvent<HTMLButtonElement>) {
        const start = end();
        if (!start) return;
        if (event.timeStamp - start.at < tapMs) onLock();
        else onRelease();
      },
      onPointerCancel() {
        // The system took the finger away, perhaps to ask about the microphone: nothing that was said is lost.
        if (end()) onLock();
      },
      onClick(event: MouseEvent) {
        // A pointer has already said what it wants.
        if (event.detail === 0) onStart(true);
      },
      onContextMenu: (event: MouseEvent) => event.preventDefault(),
    },
  };
}
