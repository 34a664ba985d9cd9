import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import type { AppShelf } from '#client/context.ts';
import type { LocalStore } from '#sync/ports.ts';
import { toKeptApps } from './toKeptApps.ts';

/** Where it lies in the person's own database: one row of the table for single values, so it needs no table and goes with the person. */
const key = 'miniApps';

/** The device's copy of the mini-apps page. One part can be replaced without the others. */
export function createAppShelf(store: Pick<LocalStore, 'read' | 'commit'>): AppShelf {
  return {
    async read() {
      try {
        return toKeptApps((await store.read(['meta'], (tx) => tx.get('meta', key)))?.val);
      } catch (error) {
        consoleLog.warn('apps.unreadable', { error: String(error) });
        return undefined;
      }
    },
    keep(part) {
      const work = store.commit(async (tx) => {
        const kept = toKeptApps((await tx.get('meta', key))?.val);
        const val = JSON.stringify({ recent: [], mine: [], all: [], ...kept, ...part });
        await tx.put('meta', [{ key, val }]);
      });
      // The page goes on with what is in memory; only a later start without a network would miss it.
      work.catch((error: unknown) => consoleLog.warn('apps.notKept', { error: String(error) }));
    },
  };
}
