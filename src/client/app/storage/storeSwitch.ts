import type { DraftRow, OutboxEntry } from '#sync/changes.ts';
import { roomyStore, type RoomyDeps } from '#sync/eviction/roomyStore.ts';
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
  /** Loads the code of memory mode, which a healthy device never needs. */
  load(): Promise<typeof memoryFrom>;
  unsent(): Unsent;
  /** From now on the tab works in memory. */
  onMemory(): void;
}

/** Makes the switch. Without a `disk` the caller has to go to memory before anything else. */
export function storeSwitch(disk: LocalStore | undefined, deps: StoreSwitchDeps): StoreSwitch {
  let memory: LocalStore | undefined;
  let moving: Promise<LocalStore> | undefined;
  const toMemory = (): Promise<LocalStore> => {
    moving ??= move().catch((error: unknown) => {
      moving = undefined;
      throw error;
    });
    return moving;
  };
  const move = async (): Promise<LocalStore> => {
    const from = await deps.load();
    memory = await from(disk, deps);
    deps.onMemory();
    return memory;
  };
  const roomy = disk && roomyStore(disk, { ...deps, onFull: toMemory });
  const present = (): LocalStore => memory ?? roomy ?? memoryMissing();
  return {
    isMemoryOnly: () => memory !== undefined,
    toMemory,
    store: {
      read: async (tables, work) => present().read(tables, work),
      async commit(work, options) {
        // What is written while the rows are being copied would stay behind.
        if (moving && !memory) await moving.catch(() => undefined);
        return present().commit(work, options);
      },
      close() {
        memory?.close();
        disk?.close();
      },
    },
  };
}

function memoryMissing(): never {
  throw new Error('a person without a database has not been put into memory');
}
