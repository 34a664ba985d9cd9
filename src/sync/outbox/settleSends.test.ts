import { expect, it } from 'vitest';
import { laneOf, readLane } from '../lanes.ts';
import { chat7 } from '#testing/engineWorld.ts';
import { sendEntry } from '#testing/localRows.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import { settleSends } from './settleSends.ts';

it('O4: an answer tells the place to what follows the message, also while I am out of the chat', async () => {
  const store = memoryLocalStore();
  const action = { t: 'edit' as const, c: chat7, target: 'cid-1' as never, b: { x: 'new' }, op: 'op' as never };
  const send = sendEntry(1, { tried: 1 });
  await store.commit((tx) => tx.put('outbox', [send, { ...sendEntry(2), i: 'op', action }]));
  const item = { i: 'cid-1' as never, s: 5, r: 5, n: 5, at: 1, dup: 1 as const };
  const tools = { newOp: () => 'op-2', profile: 1, now: 1 };
  await store.commit((tx) => settleSends(tx, [send], [item], tools));
  const lane = await store.read(['outbox'], (tx) => readLane(tx, laneOf(chat7)));
  expect(lane).toMatchObject([
    { state: 'acked', s: 5 },
    { state: 'queued', action: { target: 'cid-1', s: 5 } },
  ]);
});
