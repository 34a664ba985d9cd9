import type { ChatId } from '#protocol/ids.ts';
import type { LocalStore, Log, TabLine } from '../ports.ts';
import { publish } from '../publish.ts';
import { evictChats } from './evictChats.ts';
import { isFull } from './isFull.ts';

/** Share of the cached messages that stays when the device is full. */
const share = 0.5;

/** What a store that makes room needs. */
export interface RoomyDeps {
  line: TabLine;
  log: Log;
  /** chats on a screen of this device */
  shown(): ReadonlySet<ChatId>;
  /** There is no room, or not enough came free: answers the store to go on with, or rejects; then the commit fails as it did. */
  onFull(): Promise<LocalStore>;
}

/** A store whose commits make room once when the device is full, by forgetting half of the cached messages, and are tried again then. */
export function roomyStore(store: LocalStore, deps: RoomyDeps): LocalStore {
  let clearing: Promise<void> | undefined;
  const makeRoom = async (options: { epoch?: number } | undefined): Promise<void> => {
    const order = { shown: deps.shown(), now: 0, budget: (total: number) => total * share, isUrgent: true };
    const gone = await evictChats(
      { read: store.read, commit: (work) => publish(deps.line, store.commit(work, options)) },
      order,
    );
    deps.log.warn('store.full', { gone });
  };
  const tryAgain: LocalStore['commit'] = async (work, options) => {
    // Several commits may find the device full at one time: room is made once for all of them.
    clearing ??= makeRoom(options).finally(() => (clearing = undefined));
    await clearing;
    return store.commit(work, options);
  };
  return {
    ...store,
    async commit(work, options) {
      try {
        return await store.commit(work, options);
      } catch (error) {
        if (!isFull(error)) throw error;
      }
      try {
        return await tryAgain(work, options);
      } catch (error) {
        if (!isFull(error)) throw error;
        const instead = await deps.onFull().catch((failed: unknown) => {
          deps.log.warn('store.noFallback', { error: String(failed) });
          throw error;
        });
        return instead.commit(work, options);
      }
    },
  };
}
