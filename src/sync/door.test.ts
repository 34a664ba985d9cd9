import { expect, it } from 'vitest';
import { toChatId } from '#protocol/ids.ts';
import { localChat } from '#testing/localRows.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import { buildHead, buildRow } from '#testing/builders/chatBuilders.ts';
import { createDoor } from './door.ts';
import type { EngineContext } from './engineContext.ts';

const delta = (a: number) => ({ c: toChatId(7), a, b: a + 1, rows: [buildRow(a + 1)], head: buildHead(a + 1) });

it('N7: a delta never passes what was handed in before it', async () => {
  const store = memoryLocalStore();
  const ctx = { commit: async (work: never) => (await store.commit(work)).result } as unknown as EngineContext;
  const door = createDoor(ctx);
  // As an invited device hears it: the change that let it in, the chat itself, and what was written there next.
  const done = [
    door.deltas([delta(0)]),
    door.run(() => store.commit((tx) => tx.put('chats', [localChat({ head: buildHead(1) })]))),
    door.deltas([delta(1)]),
  ];
  await Promise.all(done);
  expect(store.dump('msgs').map(({ s }) => s)).toEqual([2]);
});
