import { useEffect } from 'react';

/** How long after the first picture code is fetched ahead, ms: nothing that the person waits for may wait for it. */
const CALM_MS = 2500;

/** Fetches parts ahead once the screen has come to rest, so that they are there without a network too. The list must not change. */
export function usePreload(parts: readonly { preload: () => void }[]): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const part of parts) part.preload();
    }, CALM_MS);
    return () => clearTimeout(timer);
  }, [parts]);
}
