import { useEffect, type RefObject } from 'react';

/** A key that was pressed this recently was meant for the messenger, ms. */
const typingMs = 1_500;
/** So many thefts within `windowMs` end the app. */
const theftsMax = 3;
const windowMs = 60_000;

/**
 * Keeps the page of a mini-app from taking the keyboard while somebody types in the messenger: what he writes would go there, letter by letter. The focus goes back to
 * where it was; who does it again and again is stopped. A press into the page is no theft: the pointer is over it then, or no key was pressed just before.
 */
export function useFocusGuard(frame: RefObject<HTMLIFrameElement | null>, onStop: () => void): void {
  useEffect(() => {
    let last: Element | null = document.activeElement;
    let typedAt = -typingMs;
    let isOver = false;
    let thefts: number[] = [];
    const note = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target !== frame.current) last = event.target;
    };
    const typed = () => void (typedAt = performance.now());
    const moved = (event: PointerEvent) => void (isOver = event.target === frame.current);
    const lost = () => {
      if (document.activeElement !== frame.current || frame.current === null) return;
      const now = performance.now();
      if (isOver || now - typedAt > typingMs) return;
      if (last instanceof HTMLElement && last.isConnected) last.focus();
      thefts = [...thefts.filter((at) => now - at < windowMs), now];
      if (thefts.length >= theftsMax) onStop();
    };
    document.addEventListener('focusin', note);
    document.addEventListener('keydown', typed, true);
    document.addEventListener('pointerover', moved, true);
    window.addEventListener('blur', lost);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('keydown', typed, true);
      document.removeEventListener('pointerover', moved, true);
      window.removeEventListener('blur', lost);
    };
  }, [frame, onStop]);
}
