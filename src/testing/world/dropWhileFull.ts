import type { LiveClock } from '#server/live/liveClock.ts';
import type { ServerEnd } from './worldNetwork.ts';

/** How often a full line is looked at, ms. */
const lookMs = 1_000;

/**
 * What the transport does with a connection that does not take its packets: they are dropped, and once it takes them again it is told to ask for what it
 * missed. Answers the way of a packet to that connection.
 */
export function dropWhileFull(end: ServerEnd, clock: LiveClock): (send: () => void) => void {
  let isPaused = false;
  const look = (): void => {
    clock.after(lookMs, () => {
      if (end.isGone()) return;
      if (end.isFull()) return look();
      isPaused = false;
      end.signal({ name: 'resync', data: { scope: 'all', in: 0 } });
    });
  };
  return (send) => {
    if (!isPaused && !end.isFull()) return send();
    if (!isPaused) look();
    isPaused = true;
  };
}
