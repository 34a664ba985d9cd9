import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalStorage } from '#server/storage/openedStorage.ts';

/** A database that can be asked whether anything is under way in it. */
export interface WatchedStorage {
  readonly storage: LocalStorage;
  /** Waits until for `ms` of real time nothing was under way, and nothing was begun. Throws when it never rests. */
  rest(ms: number): Promise<void>;
}

/** Real time after which a database that does not come to rest is taken for broken, ms. */
const limitMs = 60_000;

/**
 * Counts what is under way in a database. One that answers in real time is as slow as the machine happens to be: what follows from a request has happened when nothing
 * is asked of it any more, and not after a time.
 */
export function watchStorage(inner: LocalStorage): WatchedStorage {
  let begun = 0;
  let underWay = 0;
  const counted = async <Out>(work: () => Promise<Out>): Promise<Out> => {
    begun += 1;
    underWay += 1;
    try {
      return await work();
    } finally {
      underWay -= 1;
    }
  };
  const storage: LocalStorage = {
    dialect: inner.dialect,
    gen: inner.gen,
    checkpoint: () => inner.checkpoint(),
    run: (name, input) => counted(() => inner.run(name, input)),
    runUnit: (unit, input) => counted(() => inner.runUnit(unit, input)),
    close: () => inner.close(),
  };
  return {
    storage,
    async rest(ms) {
      const giveUpAt = performance.now() + limitMs;
      for (let before = -1; underWay > 0 || begun !== before;) {
        if (performance.now() > giveUpAt) throw new Error('the database does not come to rest');
        before = begun;
        await sleep(ms);
      }
    },
  };
}
