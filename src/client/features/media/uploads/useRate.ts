import { useEffect, useRef, useState } from 'react';

/** What the rate is taken from, ms: shorter it jumps, longer it lies. */
const windowMs = 8_000;
/** Rows are written twice a second; between two of them nothing is known. */
const tickMs = 1_000;

/** Bytes a second, from how many have gone altogether; undefined until that is known. `sent` falls when a file arrives and leaves: then it begins anew. */
export function useRate(sent: number): number | undefined {
  const samples = useRef<{ at: number; sent: number }[]>([]);
  const latest = useRef(sent);
  const [rate, setRate] = useState<number>();
  useEffect(() => {
    latest.current = sent;
  }, [sent]);
  useEffect(() => {
    const timer = setInterval(() => {
      const now = { at: performance.now(), sent: latest.current };
      const kept = samples.current.filter(({ at, sent: then }) => at > now.at - windowMs && then <= now.sent);
      samples.current = [...kept, now];
      const [oldest] = samples.current;
      const ms = now.at - (oldest?.at ?? now.at);
      if (ms >= 2 * tickMs) setRate(((now.sent - (oldest?.sent ?? 0)) / ms) * 1_000);
    }, tickMs);
    return () => clearInterval(timer);
  }, []);
  return rate;
}
