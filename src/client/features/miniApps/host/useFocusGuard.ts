import { useEffect, type RefObject } from 'react';

/** A key that was pressed in a field this recently was meant for the messenger, ms. */
const typingMs = 1_500;
/** So many thefts within `windowMs` end the app. */
const theftsMax = 3;
const windowMs = 60_000;
/** A theft this soon after another is no accident and ends the app at once, ms: each may cost a key. */
const againMs = 2_000;
/** How often the focus is taken back before the person has to do it, and the time between, ms. */
const triesMax = 20;
const tryMs = 10;

/**
 * Keeps the page of a mini-app from taking the keyboard while somebody types in the messenger: what he writes would go there, letter by letter. The focus goes back to
 * where it was; who does it again and again is stopped. A press into the page is no theft: the pointer is over it then; nor is a way into it by Tab.
 */
export function useFocusGuard(frame: RefObject<HTMLIFrameElement | null>, onStop: () => void): void {
  useEffect(() => {
    let last: Element | null = document.activeElement;
    let typedAt = -typingMs;
    let isOver = false;
    let isAway = false;
    let thefts: number[] = [];
    const giveBack = (tries = triesMax) => {
      if (!isAway || isOver || tries === 0 || !(last instanceof HTMLElement) || !last.isConnected) return;
      // The document may believe that the element has the focus while a page inside has it: only a change counts.
      last.blur();
      last.focus();
      setTimeout(giveBack, tryMs, tries - 1);
    };
    const note = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target !== frame.current) last = event.target;
    };
    const typed = ({ key, target }: KeyboardEvent) => {
      // Tab is how people without a pointer go into the page.
      if (key === 'Tab') typedAt = -typingMs;
      else if (isField(target)) typedAt = performance.now();
    };
    const moved = (event: PointerEvent) => void (isOver = event.target === frame.current);
    const lost = () => {
      if (document.activeElement !== frame.current || frame.current === null) return;
      const now = performance.now();
      if (isOver || now - typedAt > typingMs) return;
      isAway = true;
      // Not now: the browser is still about to hand it over, and would do so after us.
      setTimeout(giveBack);
      const isAgain = now - (thefts.at(-1) ?? -againMs) < againMs;
      thefts = [...thefts.filter((at) => now - at < windowMs), now];
      if (isAgain || thefts.length >= theftsMax) onStop();
    };
    const returned = () => {
      if (isAway && last instanceof HTMLElement && last.isConnected) last.focus();
      isAway = false;
    };
    document.addEventListener('focusin', note);
    document.addEventListener('keydown', typed, true);
    document.addEventListener('pointerover', moved, true);
    window.addEventListener('blur', lost);
    window.addEventListener('focus', returned);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('keydown', typed, true);
      document.removeEventListener('pointerover', moved, true);
      window.removeEventListener('blur', lost);
      window.removeEventListener('focus', returned);
    };
  }, [frame, onStop]);
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, textarea') || target.isContentEditable);
