/** Things that happen later, each at its time, but never before one that was put in earlier. */
export interface DelayQueue {
  /** Does `work` after `ms`, or as soon as everything before it is done. */
  add(work: () => void, ms: number): void;
  /** Nothing waits any longer: what is in the queue happens now, in order. */
  hurry(): void;
  /** Forgets what has not happened. */
  clear(): void;
}

/** Makes an empty queue. Times in ms. */
export function delayQueue(): DelayQueue {
  let waiting: { at: number; work: () => void }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const drain = (isHurried: boolean): void => {
    clearTimeout(timer);
    for (let next = waiting[0]; next && (isHurried || next.at <= performance.now()); next = waiting[0]) {
      waiting.shift();
      next.work();
    }
    const next = waiting[0];
    if (next) timer = setTimeout(() => drain(false), Math.max(1, next.at - performance.now()));
  };
  return {
    add(work, ms) {
      waiting.push({ at: ms < 1 ? 0 : performance.now() + ms, work });
      drain(false);
    },
    hurry: () => drain(true),
    clear() {
      waiting = [];
      clearTimeout(timer);
    },
  };
}
