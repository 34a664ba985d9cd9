import type { EngineContext } from './engineContext.ts';

/** Estimates how far the device's clock is from the server's. Only for display and hints: no order depends on clocks. */
export interface ServerTime {
  /** A server time that was read between two moments of the device clock (`elapsed`, ms). */
  sample(serverTime: number, askedAt: number, answeredAt: number): void;
  /** Forgets how good the last estimate was, so that a new connection brings a new one. */
  renew(): void;
  /** server clock now, ms */
  now(): number;
}

/** Makes the estimate. Of several samples the one with the shortest way there and back is kept, because its error is at most half of that way. */
export function createServerTime(ctx: EngineContext): ServerTime {
  const { clock } = ctx.ports;
  let best = Infinity;
  return {
    sample(serverTime, askedAt, answeredAt) {
      const trip = answeredAt - askedAt;
      if (trip > best) return;
      best = trip;
      const wallThen = clock.now() - (clock.elapsed() - (askedAt + trip / 2));
      const offset = Math.round(serverTime - wallThen);
      // Small corrections are noise of the way; they would only make every screen redraw.
      if (Math.abs(offset - ctx.status().clockOffset) > 50) ctx.setStatus({ clockOffset: offset });
    },
    renew: () => void (best = Infinity),
    now: () => clock.now() + ctx.status().clockOffset,
  };
}
