import { describe, expect, it } from 'vitest';
import { createChatListStore } from '#client/stores/chatListStore.ts';
import { createPeopleStore } from '#client/stores/peopleStore.ts';
import { toChatId } from '#protocol/casts.ts';
import { localChat, localRow, sendEntry } from '#testing/localRows.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import { joinLeft } from './joinLeft.ts';
import { readUnsent, takeUnsent } from './takeUnsent.ts';
import { titlesOf } from './titlesOf.ts';

const c = toChatId(7);
const draft = (text: string, updated: number) => ({ c, text, at: undefined, updated });

describe('what a logged-out device leaves behind', () => {
  it('E15: the texts come out of the same transaction that empties everything else', async () => {
    const store = memoryLocalStore();
    await store.commit(async (tx) => {
      await tx.put('chats', [localChat()]);
      await tx.put('msgs', [localRow(1)]);
      await tx.put('outbox', [sendEntry(1), { ...sendEntry(2), state: 'acked' }]);
      await tx.put('drafts', [draft('half a thought', 1)]);
      await tx.put('leases', [{ name: 'engine', epoch: 5, tab: 't' }]);
    });
    const read = await readUnsent(store);
    expect(read).toEqual({ outbox: [sendEntry(1)], drafts: [draft('half a thought', 1)] });
    expect(await takeUnsent(store)).toEqual(read);
    for (const table of ['chats', 'msgs', 'outbox', 'drafts', 'leases'] as const)
      expect([table, store.dump(table)]).toEqual([table, []]);
    // The next tab finds nothing, and takes nothing away from what the first has found.
    const none = { ...(await readUnsent(store)), titles: [] };
    const left = { ...read, titles: [[c, 'Ben'] as [typeof c, string]] };
    expect(joinLeft(left, none)).toEqual(left);
    expect(joinLeft(none, left)).toEqual(left);
  });

  it('E15: of two drafts of a chat the newer one counts, of an entry there is one', () => {
    const first = { outbox: [sendEntry(1)], drafts: [draft('newer', 2)], titles: [] };
    const second = { outbox: [sendEntry(2), sendEntry(1)], drafts: [draft('older', 1)], titles: [] };
    expect(joinLeft(first, second)).toMatchObject({
      outbox: [sendEntry(1), sendEntry(2)],
      drafts: [draft('newer', 2)],
    });
  });

  it('names the chats of what was not sent, and no others', () => {
    const chatList = createChatListStore();
    const group = { ...localChat(), meta: { ...localChat().meta, title: 'Trip' } };
    chatList.setState({ chats: new Map([[c, group]]) });
    const stores = { chatList, people: createPeopleStore() };
    expect(titlesOf(stores, { outbox: [], drafts: [] })).toEqual([]);
    expect(titlesOf(stores, { outbox: [sendEntry(1)], drafts: [draft('x', 1)] })).toEqual([[c, 'Trip']]);
  });
});
