import type { Locks } from '#sync/ports.ts';

/** The locks of one browser, with what a test does to them. */
export interface FakeLocks extends Locks {
  /**
   * Gives the lock to whoever waits next, while its holder still runs and knows nothing, as a tab does that was frozen and thaws. False when nobody waits.
   */
  passOn(name: string): boolean;
  /** Tells everybody who lost a lock and does not know it yet. */
  tellLosers(): void;
}

interface Place {
  grant: () => void;
  lose: () => void;
  isHolder: boolean;
}

/** Makes locks that nobody holds. `isSlow`: who loses a lock hears of it only through {@link FakeLocks.tellLosers}, as a frozen tab does. */
export function fakeLocks({ isSlow = false } = {}): FakeLocks {
  const queues = new Map<string, Place[]>();
  const losers = new Set<Place>();
  const queueOf = (name: string): Place[] => {
    const queue = queues.get(name) ?? [];
    queues.set(name, queue);
    return queue;
  };
  const grantNext = (name: string): void => {
    const [first] = queueOf(name);
    if (!first || first.isHolder) return;
    first.isHolder = true;
    first.grant();
  };
  const leave = (name: string, place: Place): void => {
    const queue = queueOf(name);
    const at = queue.indexOf(place);
    if (at >= 0) queue.splice(at, 1);
    losers.delete(place);
    grantNext(name);
  };
  const rob = (name: string): void => {
    const queue = queueOf(name);
    if (!queue[0]?.isHolder) return;
    const holder = queue.shift() as Place;
    losers.add(holder);
    if (!isSlow) holder.lose();
  };
  return {
    async hold(name, work, options) {
      const granted = Promise.withResolvers<void>();
      const lost = Promise.withResolvers<void>();
      const place: Place = { grant: granted.resolve, lose: lost.resolve, isHolder: false };
      if (options?.steal) {
        rob(name);
        queueOf(name).unshift(place);
      } else queueOf(name).push(place);
      options?.signal?.onStop(granted.resolve);
      grantNext(name);
      await granted.promise;
      try {
        if (!options?.signal?.stopped) await work(lost.promise);
      } finally {
        leave(name, place);
      }
    },
    passOn(name) {
      if (queueOf(name).length < 2) return false;
      rob(name);
      grantNext(name);
      return true;
    },
    tellLosers() {
      for (const place of losers) place.lose();
    },
  };
}
