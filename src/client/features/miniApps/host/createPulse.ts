import type { StoreApi } from 'zustand/vanilla';
import type { AppHostPorts } from './AppHostPorts.ts';
import type { AppState } from './AppState.ts';

/** Time between two questions to a page that is seen, ms. */
const pulseMs = 3_000;
/** So many questions in a row without an answer mean that the page is stuck, or that its process has died: no browser says which, or says it at all. */
const missesMax = 3;

/** Asks the frame around a page, which shares its process, whether it is still there. */
export interface Pulse {
  /** Another page has begun. */
  begin(): void;
  /** The frame has answered. */
  answered(): void;
  /** What nobody sees is not asked: the browser may have put it to sleep. */
  visible(isVisible: boolean): void;
  stop(): void;
}

export function createPulse(
  store: Pick<StoreApi<AppState>, 'getState' | 'setState'>,
  { send, after }: Pick<AppHostPorts, 'send' | 'after'>,
): Pulse {
  let end: (() => void) | undefined;
  let misses = 0;
  let isRunning = false;
  let isSeen = true;
  const answered = (): void => {
    misses = 0;
    if (store.getState().isSilent) store.setState({ isSilent: false });
  };
  const ask = (): void => {
    if (misses >= missesMax && !store.getState().isSilent) store.setState({ isSilent: true });
    misses += 1;
    send('kabar_ping', undefined);
    end = after(pulseMs, ask);
  };
  const restart = (): void => {
    end?.();
    end = undefined;
    misses = 0;
    if (isRunning && isSeen) end = after(pulseMs, ask);
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
