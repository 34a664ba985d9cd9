import { expect, it } from 'vitest';
import { toCid } from '#protocol/casts.ts';
import { chat7 } from '#testing/engineWorld.ts';
import { localChat, localRow, sendEntry } from '#testing/localRows.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import { laneOf, readLane } from '../lanes.ts';
import { loadChat } from '../loadChat.ts';
import { applyDelta } from '../merge.ts';
import { takeMe } from '../merge/takeMe.ts';
import { saveChat } from '../saveChat.ts';
import { pickWork } from './pickWork.ts';
import { settleSends } from './settleSends.ts';

const tools = { newOp: () => 'op-2', profile: 1, now: 1 };
const cid = toCid('cid-1');

/** A chat with one send that the server has held, and one behind it. */
async function heldStore() {
  const store = memoryLocalStore();
  const [first, second] = [sendEntry(1, { tried: 1 }), sendEntry(2)];
  await store.commit(async (tx) => {
    await tx.put('chats', [localChat()]);
    await tx.put('outbox', [first, second]);
  });
  await store.commit((tx) => settleSends(tx, [first], [{ i: cid, held: 1 }], tools));
  const lane = () => store.read(['outbox'], (tx) => readLane(tx, laneOf(chat7)));
  return { store, lane };
}

it('O18: a held send is neither repeated nor in the way', async () => {
  const { store, lane } = await heldStore();
  expect(await lane()).toMatchObject([{ state: 'acked', held: 1 }, { state: 'queued' }]);
  expect((await lane())[0]).not.toHaveProperty('s');
  const { result } = await store.commit((tx) => pickWork(tx, laneOf(chat7), 1, { isSolo: false }));
  expect(result?.map(({ id }) => id)).toEqual([2]);
});

it('O18: it leaves when its message comes', async () => {
  const { store, lane } = await heldStore();
  await store.commit(async (tx) => {
    const before = await loadChat(tx, chat7, {});
    if (!before) throw new Error('no chat');
    const s = before.chat.sync.rev + 1;
    const { c: _c, ...row } = localRow(s, { u: before.chat.me.mid, i: cid });
    const head = { ...before.chat.head, rev: s, ls: s, n: before.chat.head.n + 1 };
    await saveChat(tx, before, applyDelta(before, { c: chat7, a: s - 1, b: s, rows: [row], head }));
  });
  expect((await lane()).map(({ id }) => id)).toEqual([2]);
});

it('O18: it fails when the standing says that it was refused, and only then', async () => {
  const { store, lane } = await heldStore();
  const take = (rj: string[], mv: number) =>
    store.commit(async (tx) => {
      const before = await loadChat(tx, chat7, {});
      if (!before) throw new Error('no chat');
      const { me, head } = before.chat;
      await saveChat(tx, before, takeMe(before, { ...me, mv: me.mv + mv, rj: rj.map(toCid) }, head.rev));
    });
  await take(['another'], 1);
  expect((await lane())[0]).toMatchObject({ state: 'acked', held: 1 });
  await take(['another', cid], 1);
  expect((await lane())[0]).toMatchObject({ state: 'failed', err: 'FILTERED', why: { r: 'rejected' } });
  expect((await lane())[0]).not.toHaveProperty('held');
});

it('O18: a refusal says what was caught', async () => {
  const { store, lane } = await heldStore();
  const why = { r: 'phrase' as const, x: 'my words' };
  const [, second] = await lane();
  if (!second) throw new Error('no entry');
  await store.commit((tx) => settleSends(tx, [second], [{ i: toCid(second.i), code: 'FILTERED', why }], tools));
  expect((await lane())[1]).toMatchObject({ state: 'failed', err: 'FILTERED', why });
});
