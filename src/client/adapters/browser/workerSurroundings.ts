import { emitter } from '#base/emitter.ts';
import type { Surroundings } from '#sync/ports.ts';
import { watchSleep } from './watchSleep.ts';

type Change = 'online' | 'offline' | 'visible' | 'hidden' | 'wake';

/** Network and sleep as a worker sees them, and whether its tab is visible, which only the tab can tell it. */
export function workerSurroundings(): Surroundings & { setVisible(isVisible: boolean): void } {
  const changes = emitter<Change>();
  let visible = true;
  addEventListener('online', () => changes.emit('online'));
  addEventListener('offline', () => changes.emit('offline'));
  watchSleep(
    () => visible,
    () => changes.emit('wake'),
  );
  return {
    isOnline: () => navigator.onLine,
    isVisible: () => visible,
    onChange: (listener) => changes.on(listener),
    setVisible(isVisible) {
      if (isVisible === visible) return;
      visible = isVisible;
      changes.emit(isVisible ? 'visible' : 'hidden');
    },
  };
}
