import { describe, expect, it } from 'vitest';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import type { ChatId } from '#protocol/ids.ts';
import { buildHead, buildMe } from '#testing/builders/chatBuilders.ts';
import { fakeChannel } from '#testing/fakeTab.ts';
import { localChat, localRow, sendEntry } from '#testing/localRows.ts';
import { memoryLocalStore, type MemoryLocalStore } from '#testing/memoryLocalStore.ts';
import { deviceStorage } from './deviceStorage.ts';

const [read, unread] = [toChatId(7), toChatId(8)];

/** Two chats of 700 messages, of which one is read to its end and the other up to 650. */
async function device(): Promise<MemoryLocalStore> {
  const store = memoryLocalStore();
  await store.commit(async (tx) => {
    for (const [c, rs] of [
      [read, 700],
      [unread, 650],
    ] as const) {
      const sync = { rev: 700, state: 'fresh' as const, tailFrom: 1, ranges: [], startSeq: 1 };
      const me = buildMe({ rs, rn: rs, lo: 1, mid: toMemberId(1) });
      await tx.put('chats', [localChat({ c, head: buildHead(700, { c }), me, sync, unread: 700 - rs })]);
      await tx.put(
        'msgs',
        Array.from({ length: c === read ? 700 : 600 }, (_, at) => ({ ...localRow(701 - (at + 1)), c })),
      );
    }
    await tx.put('outbox', [{ ...sendEntry(1), lane: `c:${read}` }]);
    await tx.put('drafts', [{ c: read, text: 'half', at: undefined, updated: 1 }]);
  });
  return store;
}
const open = (store: MemoryLocalStore) => deviceStorage({ store, line: fakeChannel()('tab') });
const rowsOf = (store: MemoryLocalStore, of: number) => store.dump('msgs').filter(({ c }) => c === of).length;

describe('what a person decides about the device', () => {
  it('lists the chats by what they take', async () => {
    const { chats } = await open(await device()).measure();
    expect(chats.map(({ c, rows, isKept }) => [c, rows, isKept])).toEqual([
      [read, 700, false],
      [unread, 600, false],
    ]);
    expect(chats[0]?.bytes).toBeGreaterThan(700 * 100);
  });

  it('E12: clears one chat, with unsent work and drafts left', async () => {
    const store = await device();
    await open(store).clear(read);
    expect([rowsOf(store, read), rowsOf(store, unread)]).toEqual([0, 600]);
    const chat = store.dump('chats').find(({ c }) => c === read);
    expect(chat?.sync).toMatchObject({ state: 'none', tailFrom: 701, startSeq: 1 });
    expect([store.dump('outbox').length, store.dump('drafts').length]).toEqual([1, 1]);
  });

  it('E12: files go with their messages and galleries, and those of what stays, stay', async () => {
    const store = await device();
    const part = (id: string) => ({ id, t: 'i', z: 1 });
    const withFile = (c: ChatId, s: number, id: string) => ({ ...localRow(s), c, k: 5, b: { f: [part(id)] } }) as never;
    await store.commit(async (tx) => {
      await tx.put('msgs', [withFile(read, 10, 'read'), withFile(unread, 10, 'old'), withFile(unread, 700, 'news')]);
      const entries = [{ s: 1, u: 1, at: 1, f: [part('gallery')] }];
      await tx.put('meta', [{ key: `gallery:${read}:pictures`, val: JSON.stringify({ entries, counts: [] }) }]);
    });
    const dropped: string[][] = [];
    const media = { drop: async (ids: ReadonlySet<string>) => void dropped.push([...ids].toSorted()) };
    await deviceStorage({ store, line: fakeChannel()('tab'), media }).clear();
    expect(dropped).toEqual([['gallery', 'read'], ['old']]);
    expect(store.dump('meta').filter(({ key }) => key.startsWith('gallery:'))).toEqual([]);
  });

  it('E12, E5: clears all, except what is unread', async () => {
    const store = await device();
    await open(store).clear();
    expect([rowsOf(store, read), rowsOf(store, unread)]).toEqual([0, 50]);
    const chat = store.dump('chats').find(({ c }) => c === unread);
    expect([chat?.unread, chat?.sync.tailFrom]).toEqual([50, 651]);
  });

  it('E7: remembers which chats are kept', async () => {
    const storage = open(await device());
    await storage.keepChat(unread, true);
    expect((await storage.measure()).chats.map(({ isKept }) => isKept)).toEqual([false, true]);
    await storage.keepChat(unread, false);
    expect((await storage.measure()).chats.map(({ isKept }) => isKept)).toEqual([false, false]);
  });
});
