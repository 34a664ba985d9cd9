import type { DraftRow, OutboxEntry } from '#sync/changes.ts';
import { isFull } from '#sync/eviction/isFull.ts';
import type { roomyStore, RoomyDeps } from '#sync/eviction/roomyStore.ts';
import type { LocalStore, Log } from '#sync/ports.ts';
import type { memoryFrom } from './memoryFrom.ts';

/** What a person has written and the server has not: it must not depend on a disk that can be read. */
export interface Unsent {
  outbox: readonly OutboxEntry[];
  drafts: readonly DraftRow[];
}

/** The store of one tab: the device's database as long as it can be written, memory from then on. */
export interface StoreSwitch {
  /** The same object before and after the change. */
  readonly store: LocalStore;
  isMemoryOnly(): boolean;
  /** Goes on in memory, with what the database still gives; for good, until the page is loaded again. */
  toMemory(): Promise<LocalStore>;
}

/** What the switch needs. */
export interface StoreSwitchDeps extends Omit<RoomyDeps, 'onFull'> {
  log: Log;
  /** Loads the code for full disks and memory mode, which a healthy device never needs. */
  load(): Promise<{ memoryFrom: typeof memoryFrom; roomyStore: typeof roomyStore }>;
  unsent(): Unsent;
  /** From now on the tab works in memory. */
  onMemory(): void;
}

/** Makes the switch. Without a `disk` the caller has to go to memory before anything else. */
export function storeSwitch(disk: LocalStore | undefined, deps: StoreSwitchDeps): StoreSwitch {
  let memory: LocalStore | undefined;
  const moving = sharedWork(async () => {
    const code = await deps.load();
    memory = await code.memoryFrom(disk, deps);
    deps.onMemory();
    return memory;
  });
  const roomy = sharedWork(async () => {
    const { roomyStore: makeRoomy } = await deps.load();
    return makeRoomy(disk ?? memoryMissing(), { ...deps, onFull: moving.start });
  });
  const present = (): LocalStore => memory ?? disk ?? memoryMissing();
  return {
    isMemoryOnly: () => memory !== undefined,
    toMemory: moving.start,
    store: {
      read: async (tables, work) => present().read(tables, work),
      async commit(work, options) {
        // What is written while the rows are being copied would stay behind.
        await moving.present()?.catch(() => undefined);
        const store = present();
        try {
          return await store.commit(work, options);
        } catch (error) {
          if (!isFull(error) || store !== disk) throw error;
        }
        return (await roomy.start()).commit(work, options);
      },
      close() {
        memory?.close();
        disk?.close();
      },
    },
  };
}

/** Work that is done once for all who ask for it, and again only after it has failed: its code may not have been at hand. */
function sharedWork<T>(work: () => Promise<T>): { start(): Promise<T>; present(): Promise<T> | undefined } {
  let running: Promise<T> | undefined;
  const start = (): Promise<T> => {
    running ??= work().catch((error: unknown) => {
      running = undefined;
      throw error;
    });
    return running;
  };
  return { start, present: () => running };
}

function memoryMissing(): never {
  throw new Error('a person without a database has not been put into memory');
}
