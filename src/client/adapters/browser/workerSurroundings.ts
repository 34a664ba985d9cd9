import { emitter } from '#base/emitter.ts';
import type { Surroundings } from '#sync/ports.ts';
import { watchSleep } from './watchSleep.ts';

type Change = 'online' | 'offline' | 'visible' | 'hidden' | 'wake';

/** What the tab of a worker sees of its surroundings. */
export interface Around {
  isVisible: boolean;
  isOnline: boolean;
}

/**
 * Surroundings of a worker, as its tab tells them: a worker never knows whether it is visible, and Chromium does not tell it that the network is back. Sleep
 * of the device it notices by itself.
 */
export function workerSurroundings(): Surroundings & { set(around: Around): void } {
  const changes = emitter<Change>();
  let now: Around = { isVisible: true, isOnline: navigator.onLine };
  watchSleep(
    () => now.isVisible,
    () => changes.emit('wake'),
  );
  return {
    isOnline: () => now.isOnline,
    isVisible: () => now.isVisible,
    onChange: (listener) => changes.on(listener),
    set({ isVisible, isOnline }) {
      const before = now;
      now = { isVisible, isOnline };
      if (before.isOnline !== isOnline) changes.emit(isOnline ? 'online' : 'offline');
      if (before.isVisible !== isVisible) changes.emit(isVisible ? 'visible' : 'hidden');
    },
  };
}
