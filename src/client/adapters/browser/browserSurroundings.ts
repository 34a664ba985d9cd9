import { emitter } from '#base/emitter.ts';
import type { Surroundings } from '#sync/ports.ts';

type Change = 'online' | 'offline' | 'visible' | 'hidden' | 'wake';

/** How often the clock is looked at, ms. */
const beatMs = 2_000;
/** A beat that comes this much too late means the device slept, ms. Hidden tabs are slowed down to one beat a minute without having slept. */
const lateMs = { visible: 5_000, hidden: 90_000 };

/** Network, visibility and sleep of this tab. One of these per tab; it listens until the page goes away. */
export function browserSurroundings(): Surroundings {
  const changes = emitter<Change>();
  const isVisible = (): boolean => document.visibilityState === 'visible';
  addEventListener('online', () => changes.emit('online'));
  addEventListener('offline', () => changes.emit('offline'));
  document.addEventListener('visibilitychange', () => changes.emit(isVisible() ? 'visible' : 'hidden'));
  let last = Date.now();
  setInterval(() => {
    const lateBy = Date.now() - last - beatMs;
    last = Date.now();
    if (lateBy > (isVisible() ? lateMs.visible : lateMs.hidden)) changes.emit('wake');
  }, beatMs);
  return { isOnline: () => navigator.onLine, isVisible, onChange: (listener) => changes.on(listener) };
}
