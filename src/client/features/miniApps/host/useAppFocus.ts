import { useEffect, type RefObject } from 'react';

/** Leads the keyboard into the window of an app that comes to the front, and back to where it was when the app goes. */
export function useAppFocus(place: RefObject<HTMLElement | null>, isInFront: boolean): void {
  useEffect(() => {
    if (!isInFront) return undefined;
    const before = document.activeElement;
    const own = place.current;
    own?.focus({ preventScroll: true });
    return () => {
      // Whoever has gone on to something else meanwhile stays there.
      const isElsewhere = document.activeElement !== document.body && !own?.contains(document.activeElement);
      if (!isElsewhere && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [place, isInFront]);
}
