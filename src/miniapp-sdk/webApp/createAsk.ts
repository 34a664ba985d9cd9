import type { Core } from './createCore.ts';

/** A question to the host of which only one may be open at a time. */
export interface Ask<Answer extends unknown[]> {
  /** Opens it. `callback` comes from the page and may be anything. Throws when it is open already. */
  open(callback: unknown): void;
  /** Closes it and calls the page. An answer that nobody waits for is dropped: false. */
  close(...answer: Answer): boolean;
  /** Calls the page without closing; answers what it answered. */
  tell(...answer: Answer): unknown;
  /** Closes it without a word. */
  drop(): void;
  isOpen(): boolean;
}

/** Makes an {@link Ask}. `error` is the message of the error for a second one, as pages know it. */
export function createAsk<Answer extends unknown[]>(core: Core, error: string, what: string): Ask<Answer> {
  let waiting: { callback: unknown } | undefined;
  const call = (callback: unknown, answer: Answer): unknown =>
    typeof callback === 'function' ? (callback as (...args: Answer) => unknown)(...answer) : undefined;
  return {
    open(callback) {
      if (waiting) core.refuse(error, `${what} is open already; wait for its answer.`);
      waiting = { callback };
    },
    close(...answer) {
      if (!waiting) return false;
      const { callback } = waiting;
      // First closed: the page may ask again while it hears the answer.
      waiting = undefined;
      call(callback, answer);
      return true;
    },
    tell: (...answer) => (waiting ? call(waiting.callback, answer) : undefined),
    drop: () => void (waiting = undefined),
    isOpen: () => waiting !== undefined,
  };
}
