import type { StoreApi } from 'zustand/vanilla';
import type { AppHostPorts } from './AppHostPorts.ts';
import type { AppState } from './AppState.ts';

/** Time between two questions to a page that is seen, ms. */
const pulseMs = 3_000;
/** So many questions in a row without an answer mean that the page is stuck. It may only be computing: the person decides. */
const missesMax = 3;

/** Asks the frame around a page, which shares its process, whether it is still there. */
export interface Pulse {
  /** The frame around another page has said its first word. */
  begin(): void;
  /** The frame has answered. */
  answered(): void;
  /** What nobody sees is not asked: the browser may have put it to sleep. */
  visible(isVisible: boolean): void;
  stop(): void;
}

/** `onDeath`: the page's process has ended. No browser says so, but the frame has lost the frame in it and does not answer. */
export function createPulse(
  store: Pick<StoreApi<AppState>, 'getState' | 'setState'>,
  { send, after, now, frames }: Pick<AppHostPorts, 'send' | 'after' | 'now' | 'frames'>,
  onDeath: () => void,
): Pulse {
  let end: (() => void) | undefined;
  let misses = 0;
  let askedAt = 0;
  let isRunning = false;
  let isSeen = true;
  const answered = (): void => {
    misses = 0;
    if (store.getState().isSilent) store.setState({ isSilent: false });
  };
  const ask = (): void => {
    // Where the clock itself was late, as after a sleep of the device, nobody else is to blame.
    if (now() - askedAt > 2 * pulseMs) misses = 0;
    if (misses > 0 && frames() === 0) return onDeath();
    if (misses >= missesMax && !store.getState().isSilent) store.setState({ isSilent: true });
    misses += 1;
    askedAt = now();
    send('kabar_ping', undefined);
    end = after(pulseMs, ask);
  };
  const restart = (): void => {
    end?.();
    end = undefined;
    misses = 0;
    if (isRunning && isSeen) ask();
  };
  return {
    answered,
    begin() {
      isRunning = true;
      restart();
    },
    visible(isVisible) {
      isSeen = isVisible;
      restart();
    },
    stop() {
      isRunning = false;
      restart();
    },
  };
}
