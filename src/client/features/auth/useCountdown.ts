import { useEffect, useState } from 'react';
import { secondsLeft } from './secondsLeft.ts';

/** Counts down to `until` (ms of `performance.now`), once a second; 0 when there is nothing to wait for. */
export function useCountdown(until: number | undefined): number {
  const [left, setLeft] = useState(() => secondsLeft(until, performance.now()));
  useEffect(() => {
    const show = () => setLeft(secondsLeft(until, performance.now()));
    show();
    if (until === undefined) return undefined;
    const timer = setInterval(() => {
      show();
      if (performance.now() >= until) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}
