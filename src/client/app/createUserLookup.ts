import type { StoreApi } from 'zustand/vanilla';
import { addCards, type PeopleState } from '#client/stores/peopleStore.ts';
import { limits } from '#protocol/limits.ts';
import type { UserId } from '#protocol/ids.ts';
import type { LocalStore, Log, TabLine } from '#sync/ports.ts';

/**
 * Makes the look-up of people whose names are to be shown: first in memory, then on the device, then through the engine. What the engine fetches arrives as a
 * ChangeBatch. Each person is asked for once in the life of the tab; the engine itself repeats what the network lost.
 */
export function createUserLookup(deps: {
  store: LocalStore;
  people: StoreApi<PeopleState>;
  line: TabLine;
  log: Log;
}): (ids: readonly UserId[]) => void {
  const asked = new Set<UserId>();
  const look = async (ids: UserId[]): Promise<void> => {
    const cards = await deps.store.read(['users'], (tx) => tx.getMany('users', ids));
    deps.people.setState(
      (state) =>
        addCards(
          state,
          cards.filter((card) => card !== undefined),
        ),
      true,
    );
    const missing = ids.filter((_, index) => cards[index] === undefined);
    for (let start = 0; start < missing.length; start += limits.idsMax) {
      deps.line.call({ t: 'users', ids: missing.slice(start, start + limits.idsMax) });
    }
  };
  return (ids) => {
    const { users } = deps.people.getState();
    const fresh = ids.filter((id) => !users.has(id) && !asked.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) asked.add(id);
    look(fresh).catch((error: unknown) => deps.log.warn('people.unreadable', { error: String(error) }));
  };
}
