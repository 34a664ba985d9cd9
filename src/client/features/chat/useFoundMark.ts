import { useEffect, useState } from 'react';

/** How long the place somebody jumped to is marked, ms. */
const FOUND_MS = 1800;

/** The line that is marked, until the mark has been there long enough. */
export function useFoundMark(key: string | undefined): string | undefined {
  const [over, setOver] = useState<string>();
  useEffect(() => {
    if (key === undefined) return undefined;
    const timer = setTimeout(() => setOver(key), FOUND_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return key === over ? undefined : key;
}
