import type { Locks } from '#sync/ports.ts';

/** The locks of one browser, with the one thing a test does to them. */
export interface WorldLocks extends Locks {
  /**
   * Gives the lock to whoever waits next, while its holder still runs and knows nothing, as a tab does that was frozen and thaws. False when nobody waits.
   */
  passOn(name: string): boolean;
  /** Tells everybody who lost a lock that way. */
  tellLosers(): void;
}

interface Place {
  grant: () => void;
  lose: () => void;
  isHolder: boolean;
}

/** Makes locks that nobody holds. */
export function worldLocks(): WorldLocks {
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
  return {
    async hold(name, work, options) {
      const granted = Promise.withResolvers<void>();
      const lost = Promise.withResolvers<void>();
      const place: Place = { grant: granted.resolve, lose: lost.resolve, isHolder: false };
      queueOf(name).push(place);
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
      const queue = queueOf(name);
      const [holder] = queue;
      if (!holder || queue.length < 2) return false;
      queue.shift();
      losers.add(holder);
      grantNext(name);
      return true;
    },
    tellLosers() {
      for (const place of losers) place.lose();
    },
  };
}
