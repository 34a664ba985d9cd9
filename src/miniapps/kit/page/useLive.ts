import { useCallback, useEffect, useRef, useState } from 'react';
import type { Kabar } from '#miniapp-sdk/sdk/sdkTypes.ts';
import { LineError } from './createServerLine.ts';

/** What the server said last. `error`: code of why there is nothing. */
export interface Live<Value> {
  readonly value: Value | undefined;
  readonly isOffline: boolean;
  readonly error: string | undefined;
  /** Asks at once. */
  refresh(): Promise<void>;
}

/** Pause after a failure, ms. */
const failedMs = 3_000;

/**
 * Asks the server again and again, as long as the page is seen. `load` gets what came last, so that it can ask for news only; it stays the same from one drawing to the next.
 * `pauseMs`: between two questions. What was there stays on the screen while the server is away.
 */
export function useLive<Value>(
  kabar: Kabar,
  load: (last: Value | undefined) => Promise<Value>,
  pauseMs: number,
): Live<Value> {
  const [value, setValue] = useState<Value>();
  const [error, setError] = useState<string>();
  const last = useRef<Value>(undefined);
  const take = useCallback(
    async (known: Value | undefined) => {
      try {
        const next = await load(known);
        last.current = next;
        setValue(next);
        setError(undefined);
        return true;
      } catch (cause) {
        setError(cause instanceof LineError ? cause.code : 'BAD');
        return false;
      }
    },
    [load],
  );
  useEffect(() => {
    let isOver = false;
    let isSeen = true;
    let wake: () => void = () => undefined;
    const rest = (ms: number | undefined) =>
      new Promise<void>((resolve) => {
        wake = resolve;
        if (ms !== undefined) setTimeout(resolve, ms);
      });
    const run = async () => {
      last.current = undefined;
      while (!isOver) {
        // oxlint-disable-next-line no-await-in-loop -- one question at a time
        const isFine = await take(last.current);
        // oxlint-disable-next-line no-await-in-loop
        await rest(isSeen ? (isFine ? pauseMs : failedMs) : undefined);
      }
    };
    void run();
    const stop = kabar.on('visible', (isVisible) => {
      isSeen = isVisible;
      if (isVisible) wake();
    });
    const wakeNow = () => wake();
    addEventListener('online', wakeNow);
    return () => {
      isOver = true;
      wake();
      stop();
      removeEventListener('online', wakeNow);
    };
  }, [kabar, take, pauseMs]);
  const refresh = useCallback(async () => void (await take(undefined)), [take]);
  return { value, isOffline: error === 'OFFLINE' || error === 'UNAVAILABLE', error, refresh };
}
