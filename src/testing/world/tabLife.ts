import type { Clock, Locks, TabLine } from '#sync/ports.ts';

/** Whether the program of a tab runs. A frozen one keeps its locks and connections and does nothing; when it thaws it goes on where it was. */
export interface TabLife {
  isFrozen(): boolean;
  freeze(): void;
  /** Runs what came due meanwhile, in order. */
  thaw(): void;
  /** Time as the tab has it: its timers do not run while it is frozen. */
  clock(clock: Clock): Clock;
  /** What the tab hears waits while it is frozen. */
  line(line: TabLine): TabLine;
  /** A lock that is granted to a frozen tab is held by it, but its work begins later. */
  locks(locks: Locks): Locks;
}

/** A tab whose program runs. */
export function tabLife(): TabLife {
  let waiting: (() => void)[] | undefined;
  const run = (work: () => void): void => void (waiting ? waiting.push(work) : work());
  return {
    isFrozen: () => waiting !== undefined,
    freeze: () => void (waiting ??= []),
    thaw() {
      const works = waiting ?? [];
      waiting = undefined;
      for (const work of works) work();
    },
    clock: (clock) => ({
      ...clock,
      after(ms, work) {
        let isOver = false;
        const cancel = clock.after(ms, () => run(() => void (isOver || work())));
        return () => {
          isOver = true;
          cancel();
        };
      },
    }),
    line: (line) => ({
      ...line,
      onEvent: (listener) => line.onEvent((event) => run(() => listener(event))),
      onCall: (listener) => line.onCall((call) => run(() => listener(call))),
    }),
    locks: (locks) => ({
      hold: (name, work, options) =>
        locks.hold(name, (lost) => new Promise<void>((done) => run(done)).then(() => work(lost)), options),
    }),
  };
}
