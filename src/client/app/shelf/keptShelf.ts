import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import type { KeptShelf } from '#client/context.ts';
import { shelfKey } from '#sync/eviction/shelfKey.ts';
import type { LocalStore, TabLine } from '#sync/ports.ts';
import { publish } from '#sync/publish.ts';

/** The device's copy of what shelves showed: one row of the table for single values per page, so it goes with its chat and with the person. */
export function keptShelf({ store, line }: { store: LocalStore; line: TabLine }): KeptShelf {
  return {
    async read(c, page) {
      try {
        const row = await store.read(['meta'], (tx) => tx.get('meta', shelfKey(c, page)));
        return row === undefined ? undefined : JSON.parse(String(row.val));
      } catch (error) {
        // The page asks the server in any case.
        consoleLog.warn('shelf.unreadable', { c, error: String(error) });
        return undefined;
      }
    },
    keep(c, page, data) {
      const key = shelfKey(c, page);
      const work = store.commit(async (tx) => {
        // A chat that has gone meanwhile leaves nothing behind.
        const isHere = data !== undefined && (await tx.get('chats', c)) !== undefined;
        await (isHere ? tx.put('meta', [{ key, val: JSON.stringify(data) }]) : tx.del('meta', [key]));
      });
      // Told like every write: a number that is missing makes all tabs read everything anew.
      publish(line, work).catch((error: unknown) => consoleLog.warn('shelf.notKept', { c, error: String(error) }));
    },
  };
}
