import { dumpTable, memoryData, memoryStore, type MemoryData } from '#client/adapters/memory/memoryStore.ts';
import type { ChangeBatch, LocalTables, TableName } from '#sync/changes.ts';
import type { LocalStore } from '#sync/ports.ts';

/** What a fault hook may do with a commit: nothing, refuse it, or let it happen and hide its answer from the caller. */
export type CommitFault = 'before' | 'after' | undefined;

/** A {@link LocalStore} in memory, and the handles that tests need. */
export interface MemoryLocalStore extends LocalStore {
  /** Every row of a table, by primary key; a copy. */
  dump<Name extends TableName>(table: Name): LocalTables[Name][];
  /** Called before each commit that wrote something becomes visible. `before` loses the commit, `after` only its answer. */
  onCommit(hook: ((batch: ChangeBatch) => CommitFault) | undefined): void;
  /** Another handle on the same data, as a second tab has it. */
  reopen(): MemoryLocalStore;
}

/** Error of an injected fault; nothing but a crash can look like this. */
export class InjectedFault extends Error {
  constructor(when: string) {
    super(`injected fault ${when} commit`);
    this.name = 'InjectedFault';
  }
}

/** The product's store in memory, with faults. `isAnswerLost`: the commit that has just become visible must not be answered. */
interface Faulty {
  data: MemoryData;
  isAnswerLost: boolean;
}

/** Makes an empty store. */
export function memoryLocalStore(): MemoryLocalStore {
  return openOn({ data: memoryData(), isAnswerLost: false });
}

function openOn(faulty: Faulty): MemoryLocalStore {
  const { data } = faulty;
  const inner = memoryStore(data);
  return {
    ...inner,
    async commit(work, options) {
      const done = await inner.commit(work, options);
      if (done.batch.num === 0 || !faulty.isAnswerLost) return done;
      faulty.isAnswerLost = false;
      throw new InjectedFault('after');
    },
    dump: (table) => dumpTable(data, table),
    onCommit(hook) {
      data.beforeCommit =
        hook &&
        ((batch) => {
          const fault = hook(batch);
          if (fault === 'before') throw new InjectedFault('before');
          faulty.isAnswerLost = fault === 'after';
        });
    },
    reopen: () => openOn(faulty),
  };
}
