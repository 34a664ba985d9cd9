/** How long to wait between attempts. Times in milliseconds. */
export interface BackoffOptions {
  /** Wait after the first failure, before the random factor. */
  baseMs: number;
  /** Upper limit of the wait, before the random factor. */
  capMs: number;
  /** Returns a number in [0, 1); handed in, so that a world with a seed repeats itself. */
  random: () => number;
}

/**
 * Wait in milliseconds after `failures` failed rounds (0 = the first one just failed):
 * `rand(0.5, 1) × min(cap, base × 2^failures)`. The lower half is kept free, because a wait near zero
 * would let a crowd that lost its server at one instant come back at one instant.
 */
export function backoff(failures: number, options: BackoffOptions): number {
  // 2^1024 is Infinity, which min() turns into the cap; no separate limit is needed.
  const fullMs = Math.min(options.capMs, options.baseMs * 2 ** Math.max(0, failures));
  return fullMs * (0.5 + options.random() / 2);
}
