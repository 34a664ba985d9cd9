import type { Clock } from '#sync/ports.ts';

/** A clock that moves only when a test says so. */
export interface FakeClock extends Clock {
  /** Moves time forward by `ms`, running what comes due in order; lets promises settle between any two timers. */
  advance(ms: number): Promise<void>;
  /** Lets everything settle that waits for promises only. */
  settle(): Promise<void>;
  /** Moves the wall clock (not the elapsed time) by `ms`, as a person who changes the clock does. */
  jump(ms: number): void;
  /** Number of timers that are waiting. */
  pending(): number;
}

/** Rounds through the event loop after which chains of promises are taken for settled. */
const settleRounds = 2;

/** Makes a clock that stands at `startMs`. */
export function fakeClock(startMs = 1_700_000_000_000): FakeClock {
  let elapsed = 0;
  let wall = startMs;
  let nextId = 1;
  const timers = new Map<number, { at: number; work: () => void }>();
  const settle = async (): Promise<void> => {
    for (let round = 0; round < settleRounds; round += 1) await new Promise((resolve) => void setImmediate(resolve));
  };
  const nextDue = (until: number): [number, { at: number; work: () => void }] | undefined => {
    let best: [number, { at: number; work: () => void }] | undefined;
    for (const entry of timers) if (entry[1].at <= until && (!best || entry[1].at < best[1].at)) best = entry;
    return best;
  };
  return {
    now: () => wall + elapsed,
    elapsed: () => elapsed,
    after(ms, work) {
      const id = nextId++;
      timers.set(id, { at: elapsed + Math.max(0, ms), work });
      return () => void timers.delete(id);
    },
    async advance(ms) {
      const until = elapsed + ms;
      await settle();
      for (let due = nextDue(until); due; due = nextDue(until)) {
        elapsed = Math.max(elapsed, due[1].at);
        timers.delete(due[0]);
        due[1].work();
        await settle();
      }
      elapsed = until;
    },
    settle,
    jump: (ms) => void (wall += ms),
    pending: () => timers.size,
  };
}
