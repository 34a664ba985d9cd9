import { expect, it } from 'vitest';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { buildHead } from '#testing/builders/chatBuilders.ts';
import { laneOf, readLane } from '../lanes.ts';
import { chat7 } from '#testing/engineWorld.ts';
import { localChat, sendEntry } from '#testing/localRows.ts';
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

it('O4: what is refused after its person has taken it back leaves with its unsend; what was only changed waits for him', async () => {
  for (const t of ['unsend', 'edit'] as const) {
    const store = memoryLocalStore();
    const action = { t, c: chat7, target: 'cid-1' as never, b: { x: 'new' }, op: 'op' as never };
    const send = sendEntry(1, { tried: 1 });
    await store.commit((tx) => tx.put('outbox', [send, { ...sendEntry(2), i: 'op', action }, sendEntry(3)]));
    const tools = { newOp: () => 'op-2', profile: 1, now: 1 };
    const item = { i: 'cid-1' as never, code: 'FORBIDDEN' as const };
    await store.commit((tx) => settleSends(tx, [send], [item], tools));
    const left = store.dump('outbox').map(({ action: one, state }) => [one.t, state]);
    const waiting = [
      ['send', 'failed'],
      ['edit', 'queued'],
    ];
    expect(left).toEqual([...(t === 'edit' ? waiting : []), ['send', 'queued']]);
  }
});

it('O10: a text that arrived with other words follows as an edit, but not behind a later one', async () => {
  const edit = { t: 'edit' as const, c: chat7, target: 'cid-1' as never, b: { x: 'later' }, op: 'op' as never };
  const followers = [[], [{ ...sendEntry(2), i: 'op', action: edit }]];
  const texts = ['text 1', 'later'];
  for (const [at, waiting] of followers.entries()) {
    const store = memoryLocalStore();
    const send = sendEntry(1, { tried: 1 });
    await store.commit((tx) => tx.put('outbox', [send, ...waiting]));
    const tools = { newOp: () => 'op-2', profile: 1, now: 1 };
    const item = { i: 'cid-1' as never, code: 'CID_MISMATCH' as const };
    await store.commit((tx) => settleSends(tx, [send], [item], tools));
    expect(store.dump('outbox').map(({ action }) => action)).toMatchObject([
      { t: 'edit', target: 'cid-1', b: { x: texts[at] } },
    ]);
  }
});

it('O20: what the server writes itself is not stored from the answer: the entry stays until the change of the chat has it', async () => {
  const sends = [
    { b: { x: 'copy', fw: {} }, fw: { c: chat7, s: 1 } },
    { k: messageKind.person, b: { u: 9, x: 'Ana', h: 'ana' } },
  ];
  for (const send of sends) {
    const store = memoryLocalStore();
    const sync = { rev: 4, state: 'fresh' as const, tailFrom: 1, ranges: [] };
    const entry = sendEntry(1, { tried: 1 });
    const forwarded = { ...entry, action: { ...entry.action, ...send } as never };
    await store.commit(async (tx) => {
      await tx.put('chats', [localChat({ head: buildHead(4), sync })]);
      await tx.put('outbox', [forwarded]);
    });
    const item = { i: 'cid-1' as never, s: 5, r: 5, n: 5, at: 1 };
    await store.commit((tx) => settleSends(tx, [forwarded], [item], { newOp: () => 'op', profile: 1, now: 1 }));
    expect(store.dump('msgs')).toEqual([]);
    expect(store.dump('outbox')).toMatchObject([{ state: 'acked', s: 5 }]);
  }
});

it('U11: my message that names everybody stands in my head as in everybody’s', async () => {
  const store = memoryLocalStore();
  const entry = sendEntry(1, { tried: 1 });
  const b = { x: '@everyone', at: [[0, 9, 0]] };
  const send = { ...entry, action: { ...entry.action, b } as never };
  await store.commit(async (tx) => {
    const sync = { rev: 9, state: 'fresh' as const, tailFrom: 1, ranges: [] };
    await tx.put('chats', [localChat({ head: buildHead(9, { ma: [6, 5, 4, 3, 2] }), sync })]);
    await tx.put('outbox', [send]);
  });
  const item = { i: 'cid-1' as never, s: 10, r: 10, n: 10, at: 1 };
  await store.commit((tx) => settleSends(tx, [send], [item], { newOp: () => 'op', profile: 1, now: 1 }));
  expect(store.dump('chats')).toMatchObject([{ head: { rev: 10, ma: [10, 6, 5, 4, 3] }, mentions: 0 }]);
});
