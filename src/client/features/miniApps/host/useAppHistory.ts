import { useEffect, useRef } from 'react';

/** Marks the entry of the history that stands for an open app. */
const mark = 'kabarApp';

interface HistoryPlace {
  readonly key: string;
}
interface NavigationLike {
  readonly currentEntry: HistoryPlace | null;
  entries(): readonly HistoryPlace[];
  traverseTo(key: string): { committed: Promise<unknown>; finished: Promise<unknown> };
}

/**
 * An app in front has an entry of its own in the history: "back" leaves it, as people expect, and minimises it. Pages in the frame add entries behind that one; when the app goes, the
 * history goes back to where it was before, so that nobody has to press "back" through what a page has piled up. Where the person went on inside the messenger,
 * nothing is taken back.
 */
export function useAppHistory(isInFront: boolean, onBack: () => void): void {
  const back = useRef(onBack);
  back.current = onBack;
  useEffect(() => {
    if (!isInFront) return undefined;
    const navigation = (window as { navigation?: NavigationLike }).navigation;
    const before = navigation?.currentEntry?.key;
    window.history.pushState({ ...(window.history.state as object | null), [mark]: true }, '');
    const own = navigation?.currentEntry?.key;
    let isGone = false;
    const popped = () => {
      if (isMarked()) return;
      isGone = true;
      back.current();
    };
    window.addEventListener('popstate', popped);
    return () => {
      window.removeEventListener('popstate', popped);
      if (isGone || !isMarked()) return;
      if (navigation && before !== undefined && navigation.currentEntry?.key === own) {
        const { committed, finished } = navigation.traverseTo(before);
        // Another traversal may overtake it: then that one counts.
        committed.catch(ignore);
        finished.catch(ignore);
      } else window.history.back();
    };
  }, [isInFront]);
}

const isMarked = (): boolean => Boolean((window.history.state as Record<string, unknown> | null)?.[mark]);

function ignore(): void {
  // The history is where somebody else led it.
}
