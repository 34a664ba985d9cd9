import { describe, expect, it } from 'vitest';
import { toChatId } from '#protocol/casts.ts';
import { roomyStore } from '#sync/eviction/roomyStore.ts';
import type { LocalStore } from '#sync/ports.ts';
import { buildHead, buildMe } from '#testing/builders/chatBuilders.ts';
import { localStoreContract } from '#testing/contracts/localStoreContract.ts';
import { fakeChannel } from '#testing/fakeTab.ts';
import { localChat, localRow, sendEntry } from '#testing/localRows.ts';
import { memoryLocalStore, type MemoryLocalStore } from '#testing/memoryLocalStore.ts';
import { memoryFrom } from './memoryFrom.ts';
import { storeSwitch, type StoreSwitch, type Unsent } from './storeSwitch.ts';

const chat = toChatId(7);
const log = { debug: () => undefined, warn: () => undefined };
const fresh = (i: string) => ({ ...sendEntry(1), i, id: undefined }) as never;
const draft = { c: chat, text: 'half a thought', at: undefined, updated: 1 };

function switchOver(disk: LocalStore | undefined, unsent: Unsent = { outbox: [], drafts: [] }) {
  const seen = { memory: 0 };
  const made: StoreSwitch = storeSwitch(disk, {
    ...{ line: fakeChannel()('tab'), log, shown: () => new Set<never>(), unsent: () => unsent },
    load: async () => ({ memoryFrom, roomyStore }),
    onMemory: () => void (seen.memory += 1),
  });
  return { ...made, seen };
}

/** A disk with 400 read messages, an unsent one and a draft. */
async function filledDisk(): Promise<MemoryLocalStore> {
  const disk = memoryLocalStore();
  await disk.commit(async (tx) => {
    const sync = { rev: 400, state: 'fresh' as const, tailFrom: 1, ranges: [], startSeq: 1 };
    await tx.put('chats', [localChat({ head: buildHead(400), me: buildMe({ rs: 400, lo: 1 }), sync })]);
    await tx.put(
      'msgs',
      Array.from({ length: 400 }, (_, index) => localRow(index + 1)),
    );
    await tx.put('outbox', [fresh('waiting')]);
    await tx.put('drafts', [draft]);
    await tx.put('leases', [{ name: 'engine', epoch: 5, tab: 't' }]);
  });
  return disk;
}

const refuse = (disk: MemoryLocalStore): void =>
  disk.onCommit(() => {
    throw Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
  });
const outboxOf = (store: LocalStore) => store.read(['outbox'], (tx) => tx.range('outbox', { index: ':primary' }));

describe('the store of a tab', () => {
  localStoreContract(async () => {
    const made = switchOver(undefined);
    await made.toMemory();
    return made.store;
  });

  it('E10: goes on in memory when the disk takes nothing: what waited is there, and so is the work that failed', async () => {
    const disk = await filledDisk();
    const { store, isMemoryOnly, seen } = switchOver(disk);
    refuse(disk);
    expect(isMemoryOnly()).toBe(false);
    const { batch } = await store.commit((tx) => tx.put('outbox', [fresh('new')]));
    expect([isMemoryOnly(), seen.memory]).toEqual([true, 1]);
    expect((await outboxOf(store)).map(({ i }) => i)).toEqual(['waiting', 'new']);
    const found = await store.read(['drafts', 'msgs', 'chats', 'leases'], async (tx) => ({
      draft: await tx.get('drafts', chat),
      rows: await tx.range('msgs', { index: ':primary' }),
      sync: (await tx.get('chats', chat))?.sync,
      epoch: (await tx.get('leases', 'engine'))?.epoch,
    }));
    expect(found.draft).toEqual(draft);
    expect(found.rows.map(({ s }) => s)).toEqual(Array.from({ length: 200 }, (_, index) => 201 + index));
    expect(found.sync).toMatchObject({ tailFrom: 201, startSeq: 1 });
    expect(found.epoch).toBe(5);
    // A screen that has heard of the disk's commits must take these for later ones.
    expect(batch.num).toBeGreaterThan(1_000_000);
    store.close();
  });

  it('E10: several commits that fail at one time move once, and none is lost or done twice', async () => {
    const disk = await filledDisk();
    const { store, seen } = switchOver(disk);
    refuse(disk);
    await Promise.all(['a', 'b', 'c'].map((i) => store.commit((tx) => tx.put('outbox', [fresh(i)]))));
    expect(seen.memory).toBe(1);
    expect((await outboxOf(store)).map(({ i }) => i).toSorted()).toEqual(['a', 'b', 'c', 'waiting']);
    store.close();
  });

  it('E10: what has been sent or taken back in memory is taken from the disk as soon as that takes it', async () => {
    const disk = await filledDisk();
    const { store } = switchOver(disk);
    refuse(disk);
    await store.commit((tx) => tx.put('outbox', [fresh('new')]));
    disk.onCommit(undefined);
    const [waiting] = await outboxOf(store);
    await store.commit((tx) => tx.del('outbox', [waiting?.id ?? 0]));
    await store.read(['outbox'], async () => undefined);
    await disk.read(['outbox'], async () => undefined);
    expect(disk.dump('outbox')).toEqual([]);
    store.close();
  });

  it('E10: where nothing can be read, the unsent work comes from what the tab shows', async () => {
    const broken: LocalStore = {
      read: () => Promise.reject(new Error('bad block')),
      commit: () => Promise.reject(new Error('bad block')),
      close: () => undefined,
    };
    const { store, toMemory } = switchOver(broken, { outbox: [sendEntry(9)], drafts: [draft] });
    await toMemory();
    expect(await outboxOf(store)).toEqual([sendEntry(9)]);
    expect(await store.read(['drafts'], (tx) => tx.get('drafts', chat))).toEqual(draft);
  });
});
