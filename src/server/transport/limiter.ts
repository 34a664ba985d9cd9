import { AppError } from '#protocol/errors.ts';

/** A token bucket: `burst` at once, one more every `everyMs` milliseconds. */
export interface Bucket {
  readonly burst: number;
  readonly everyMs: number;
}

/** Counts per key, in memory of this process. */
export interface Limiter {
  /** Takes `cost` tokens of a key. Throws RATE with the time in ms until they will be there; then nothing is taken. */
  take(key: string, bucket: Bucket, cost?: number): void;
  /** Books a cost that is known only afterwards. The key may go into debt; the next `take` waits it out. */
  charge(key: string, bucket: Bucket, cost: number): void;
  /** The key starts anew with a full bucket. */
  forget(key: string): void;
  /** Number of keys in memory, for tests. */
  size(): number;
}

interface State {
  tokens: number;
  /** when `tokens` was true, ms */
  at: number;
  /** when the bucket is full again and may be forgotten, ms */
  fullAt: number;
}

/** A sweep looks at every key; beyond this number of keys it runs at most once per `sweepEveryMs`. */
const sweepAbove = 10_000;
const sweepEveryMs = 10_000;

/** Makes a {@link Limiter}. `now`: monotonic or wall clock, ms. */
export function createLimiter(now: () => number): Limiter {
  const states = new Map<string, State>();
  let sweptAt = now();

  const current = (key: string, bucket: Bucket): State => {
    const at = now();
    if (states.size > sweepAbove && at - sweptAt > sweepEveryMs) {
      sweptAt = at;
      for (const [name, state] of states) if (state.fullAt <= at) states.delete(name);
    }
    const state = states.get(key) ?? { tokens: bucket.burst, at, fullAt: at };
    // A clock that steps back must not take tokens away.
    const gained = Math.max(0, at - state.at) / bucket.everyMs;
    state.tokens = Math.min(bucket.burst, state.tokens + gained);
    state.at = at;
    states.set(key, state);
    return state;
  };
  const spend = (state: State, bucket: Bucket, cost: number): void => {
    state.tokens -= cost;
    state.fullAt = state.at + (bucket.burst - state.tokens) * bucket.everyMs;
  };

  return {
    take(key, bucket, cost = 1) {
      const state = current(key, bucket);
      // A cost above the burst could never be paid; it needs a full bucket and leaves a debt.
      const needed = Math.min(cost, bucket.burst);
      if (state.tokens < needed) {
        throw new AppError('RATE', { retry: Math.max(1, Math.ceil((needed - state.tokens) * bucket.everyMs)) });
      }
      spend(state, bucket, cost);
    },
    charge(key, bucket, cost) {
      spend(current(key, bucket), bucket, cost);
    },
    forget: (key) => void states.delete(key),
    size: () => states.size,
  };
}
