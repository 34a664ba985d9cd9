import { describe, expect, it } from 'vitest';
import { toChatId } from '#protocol/casts.ts';
import { buildHead, buildMe } from '#testing/builders/chatBuilders.ts';
import { fakeChannel } from '#testing/fakeTab.ts';
import { localChat, localRow, sendEntry } from '#testing/localRows.ts';
import { memoryLocalStore, type MemoryLocalStore } from '#testing/memoryLocalStore.ts';
import type { ChangeBatch } from '../changes.ts';
import type { LocalStore } from '../ports.ts';
import { roomyStore } from './roomyStore.ts';

const full = (): Error => Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
const newEntry = () => ({ ...sendEntry(1), id: undefined }) as never;

/** A disk with 1,000 messages in each of two chats, which takes a new row only while it holds less than `room` messages. */
async function disk(room: number): Promise<MemoryLocalStore> {
  const store = memoryLocalStore();
  await store.commit(async (tx) => {
    for (const c of [toChatId(7), toChatId(8)]) {
      const rows = Array.from({ length: 1_000 }, (_, index) => ({ ...localRow(index + 1), c }));
      const sync = { rev: 1_000, state: 'fresh' as const, tailFrom: 1, ranges: [], startSeq: 1 };
      const chat = localChat({ c, head: buildHead(1_000), me: buildMe({ rs: 1_000, lo: 900 }), sync });
      await tx.put('chats', [chat]);
      await tx.put('msgs', rows);
    }
    await tx.put('leases', [{ name: 'engine', epoch: 3, tab: 't' }]);
  });
  store.onCommit((batch) => {
    const takes = batch.tables.outbox?.put.length ?? 0;
    if (takes > 0 && store.dump('msgs').length >= room) throw full();
    return undefined;
  });
  return store;
}

function roomy(store: LocalStore, instead?: LocalStore) {
  const channel = fakeChannel();
  const [line, other] = [channel('here'), channel('there')];
  const batches: ChangeBatch[] = [];
  other.onEvent((event) => void (event.t === 'batch' && batches.push(event.batch)));
  const log = { debug: () => undefined, warn: () => undefined };
  const shown = () => new Set([toChatId(7)]);
  const onFull = async (): Promise<LocalStore> => instead ?? Promise.reject(new Error('nothing else'));
  return { store: roomyStore(store, { line, log, shown, onFull }), batches };
}

describe('a store on a full disk', () => {
  it('E9: forgets messages down to half, tells of it, and tries again', async () => {
    const under = await disk(1_100);
    const { store, batches } = roomy(under);
    await store.commit((tx) => tx.put('outbox', [newEntry()]), { epoch: 3 });
    expect(under.dump('outbox')).toHaveLength(1);
    const left = under.dump('msgs');
    expect(left.filter(({ c }) => c === toChatId(7))).toHaveLength(1_000);
    expect(left.filter(({ c }) => c === toChatId(8))).toHaveLength(60);
    expect(batches.flatMap(({ tables }) => tables.msgs?.del ?? [])).toHaveLength(940);
  });

  it('E9: makes room once for all commits that find the disk full at one time', async () => {
    const under = await disk(1_500);
    const { store, batches } = roomy(under);
    await Promise.all([1, 2, 3].map(() => store.commit((tx) => tx.put('outbox', [newEntry()]))));
    expect(under.dump('outbox')).toHaveLength(3);
    expect(batches.flatMap(({ tables }) => tables.msgs?.del ?? [])).toHaveLength(940);
  });

  it('E9, L2: an engine that has lost its lease makes no room', async () => {
    const under = await disk(10);
    let isFirst = true;
    const once: LocalStore = {
      ...under,
      commit(work, options) {
        if (!isFirst) return under.commit(work, options);
        isFirst = false;
        return Promise.reject(full());
      },
    };
    const { store } = roomy(once);
    const late = store.commit((tx) => tx.put('outbox', [newEntry()]), { epoch: 2 });
    await expect(late).rejects.toMatchObject({ code: 'FENCED' });
    expect(under.dump('msgs')).toHaveLength(2_000);
  });

  it('E10: goes on with another store when there is no room, with the same work', async () => {
    const [under, memory] = [await disk(0), memoryLocalStore()];
    const { store } = roomy(under, memory);
    await store.commit((tx) => tx.put('outbox', [newEntry()]));
    expect(memory.dump('outbox')).toHaveLength(1);
    expect(under.dump('outbox')).toEqual([]);
  });

  it('E10: without another store the commit fails as it did, and other failures pass untouched', async () => {
    const { store } = roomy(await disk(0));
    await expect(store.commit((tx) => tx.put('outbox', [newEntry()]))).rejects.toMatchObject({
      name: 'QuotaExceededError',
    });
    await expect(store.commit(() => Promise.reject(new Error('undo')))).rejects.toThrow('undo');
  });
});
