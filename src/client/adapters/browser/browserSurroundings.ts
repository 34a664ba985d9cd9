import { emitter } from '#base/emitter.ts';
import type { Surroundings } from '#sync/ports.ts';
import { watchSleep } from './watchSleep.ts';

type Change = 'online' | 'offline' | 'visible' | 'hidden' | 'wake';

/** Network, visibility and sleep of this tab. One of these per tab; it listens until the page goes away. */
export function browserSurroundings(): Surroundings {
  const changes = emitter<Change>();
  const isVisible = (): boolean => document.visibilityState === 'visible';
  addEventListener('online', () => changes.emit('online'));
  addEventListener('offline', () => changes.emit('offline'));
  document.addEventListener('visibilitychange', () => changes.emit(isVisible() ? 'visible' : 'hidden'));
  watchSleep(isVisible, () => changes.emit('wake'));
  return { isOnline: () => navigator.onLine, isVisible, onChange: (listener) => changes.on(listener) };
}
