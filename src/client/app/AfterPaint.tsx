import { useEffect } from 'react';

/** Calls `run` once the screen it stands beside has been painted: not when React has rendered it, but when the person can see it. */
export function AfterPaint({ run }: { run: () => void }) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The frame's callbacks run before its paint; a task that they queue runs after it.
    const frame = requestAnimationFrame(() => (timer = setTimeout(run)));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [run]);
  return null;
}
