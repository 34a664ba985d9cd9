import { useEffect, useRef } from 'react';

/** Marks the entry of the history that stands for an app in front. */
const mark = 'kabarApp';

interface HistoryPlace {
  readonly key: string;
  readonly index: number;
}
interface NavigationLike {
  readonly currentEntry: HistoryPlace | null;
  entries(): readonly HistoryPlace[];
  traverseTo(key: string): { committed: Promise<unknown>; finished: Promise<unknown> };
}

/** What becomes of the apps when the history moves. */
export interface AppHistory {
  /** The person has gone back behind the entry of the app in front. */
  onBack(): void;
  /** No app is in front any more, and the history stands where it shall stay. */
  onLeft(): void;
}

/**
 * The app in front has an entry of its own in the history: "back" leaves it, as people expect, and minimises it. Another app that takes its place takes the entry over. Pages in
 * the frame add entries behind that one; when no app is in front any more, the history goes back to where it was before, so that nobody has to press "back" through
 * what a page has piled up. Where the person went on inside the messenger, nothing is taken back.
 */
export function useAppHistory(isInFront: boolean, history: AppHistory): void {
  const latest = useRef(history);
  latest.current = history;
  useEffect(() => {
    if (!isInFront) return undefined;
    const { before, own } = enter();
    let isGone = false;
    const popped = () => {
      if (isMarked() || isGone) return;
      isGone = true;
      latest.current.onBack();
      latest.current.onLeft();
    };
    window.addEventListener('popstate', popped);
    return () => {
      window.removeEventListener('popstate', popped);
      if (isGone) return;
      const left = () => latest.current.onLeft();
      if (isMarked()) leave(before, own, left);
      else left();
    };
  }, [isInFront]);
}

const navigationOf = () => (window as { navigation?: NavigationLike }).navigation;

/** Makes the entry. A page that was loaded anew on such an entry keeps it. */
function enter(): { before: string | undefined; own: string | undefined } {
  const navigation = navigationOf();
  const wasMarked = isMarked();
  const at = navigation?.currentEntry;
  const before = wasMarked ? navigation?.entries()[(at?.index ?? 0) - 1]?.key : at?.key;
  if (!wasMarked) window.history.pushState({ ...(window.history.state as object | null), [mark]: true }, '');
  return { before, own: navigation?.currentEntry?.key };
}

/** Goes back before the entry, and then says so. */
function leave(before: string | undefined, own: string | undefined, left: () => void): void {
  const navigation = navigationOf();
  if (navigation && before !== undefined && navigation.currentEntry?.key === own) {
    const { committed, finished } = navigation.traverseTo(before);
    // Another traversal may overtake it: then that one counts.
    committed.catch(ignore);
    finished.then(left, ignore);
    return;
  }
  window.addEventListener('popstate', left, { once: true });
  window.history.back();
}

const isMarked = (): boolean => Boolean((window.history.state as Record<string, unknown> | null)?.[mark]);

function ignore(): void {
  // The history is where somebody else led it.
}
