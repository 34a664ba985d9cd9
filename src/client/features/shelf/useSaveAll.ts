import { useEffect, useRef, useState } from 'react';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { useServices } from '#client/context.ts';

/** Between two files, ms: addresses are given out at a certain pace, and browsers ask before they take many files at once. */
const restMs = 500;

/** Saves many files where the person keeps downloads, one after the other. `failed`: those that could not be had, to be tried again. */
export function useSaveAll() {
  const { loadMedia } = useServices();
  const [state, setState] = useState<{ done: number; total: number; isRunning: boolean; failed: readonly MediaPart[] }>(
    {
      ...{ done: 0, total: 0, isRunning: false, failed: [] },
    },
  );
  const run = useRef(0);
  useEffect(
    () => () => {
      run.current += 1;
    },
    [],
  );
  return {
    ...state,
    async start(parts: readonly MediaPart[]): Promise<void> {
      run.current += 1;
      const mine = run.current;
      const failed: MediaPart[] = [];
      setState({ done: 0, total: parts.length, isRunning: true, failed });
      const kit = await loadMedia().catch(() => undefined);
      for (const [index, part] of parts.entries()) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other is what the browser takes
        if ((await kit?.save(part)) !== true) failed.push(part);
        if (run.current !== mine) return;
        setState({ done: index + 1, total: parts.length, isRunning: index + 1 < parts.length, failed: [...failed] });
        // oxlint-disable-next-line no-await-in-loop -- as above
        if (index + 1 < parts.length) await new Promise((resolve) => void setTimeout(resolve, restMs));
        if (run.current !== mine) return;
      }
    },
    stop(): void {
      run.current += 1;
      setState({ done: 0, total: 0, isRunning: false, failed: [] });
    },
  };
}
