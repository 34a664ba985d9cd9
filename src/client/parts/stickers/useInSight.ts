import { useEffect, useState, useSyncExternalStore } from 'react';

/** So much of it must be seen. */
const SEEN = 0.3;

/** Whether an element is on screen in a window that has the focus. */
export function useInSight(ref: { readonly current: Element | null }): boolean {
  const [isSeen, setSeen] = useState(false);
  const hasFocus = useSyncExternalStore(subscribe, readFocus);
  useEffect(() => {
    if (!ref.current) return undefined;
    const observer = new IntersectionObserver((entries) => setSeen((entries.at(-1)?.intersectionRatio ?? 0) >= SEEN), {
      threshold: [0, SEEN],
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref]);
  return isSeen && hasFocus;
}

const readFocus = (): boolean => document.visibilityState === 'visible' && document.hasFocus();

function subscribe(onChange: () => void): () => void {
  globalThis.addEventListener('focus', onChange);
  globalThis.addEventListener('blur', onChange);
  document.addEventListener('visibilitychange', onChange);
  return () => {
    globalThis.removeEventListener('focus', onChange);
    globalThis.removeEventListener('blur', onChange);
    document.removeEventListener('visibilitychange', onChange);
  };
}
