/** The end of a connection's right to be here. */
export interface Expiry {
  /** A newer token ends at `exp`, ms. An older one changes nothing. */
  extend(exp: number): void;
  stop(): void;
}

/** A client whose renewal is on the way gets this long after its token has ended, ms. */
export const expiryGraceMs = 60_000;

/** Calls `end` when the token has ended and no newer one came. `now`: server clock, ms. */
export function createExpiry(exp: number, now: () => number, end: () => void): Expiry {
  let until = exp;
  let timer: NodeJS.Timeout | undefined;
  const arm = () => {
    clearTimeout(timer);
    timer = setTimeout(end, Math.max(0, until + expiryGraceMs - now()));
    timer.unref();
  };
  arm();
  return {
    extend(newExp) {
      if (newExp <= until) return;
      until = newExp;
      arm();
    },
    stop: () => clearTimeout(timer),
  };
}
