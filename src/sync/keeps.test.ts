import { beforeEach, expect, it } from 'vitest';
import { toChatId, toCid, toKeepId, toMemberId } from '#protocol/casts.ts';
import type { Kept } from '#protocol/entities/kept.ts';
import type { Ack } from '#protocol/errors.ts';
import { fakeChannel, seededRandom } from '#testing/fakeTab.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { memoryLocalStore, type MemoryLocalStore } from '#testing/memoryLocalStore.ts';
import type { OutboxEntry } from './changes.ts';
import { createCommands } from './commands/createCommands.ts';
import type { Link } from './link.ts';
import { sendAction, settleRefusal } from './outbox/sendAction.ts';
import { putUserRows } from './userRows.ts';

const c = toChatId(7);
const ids = [1, 2, 3].map((n) => toKeepId(`00000000-0000-4000-8000-00000000000${n}`)) as [
  Kept['i'],
  Kept['i'],
  Kept['i'],
];
let store: MemoryLocalStore;
let commands: ReturnType<typeof createCommands>;
const keeps = (): Kept[] => store.dump('keeps');
const actions = () => store.dump('outbox').map(({ action }) => action);
const row = (s: number, more: object = {}) => ({
  ...{ c, s, r: s, n: s, u: toMemberId(5), i: toCid(`00000000-0000-7000-8000-00000000010${s}`) },
  ...{ k: 1, b: { x: `message ${s}` }, at: 1_000 + s, pv: 1, ...more },
});
const put = (list: Kept[], isFull?: true) =>
  store.commit((tx) => putUserRows(tx, { keeps: list, ...(isFull ? { isFull } : {}) }));
/** Marks an entry as tried, as the outbox does before it sends. */
const markTried = (entry: OutboxEntry) => store.commit((tx) => tx.put('outbox', [{ ...entry, tried: 1 }]));
/** Sends the oldest entry and settles it with this answer. */
async function send(answer: object): Promise<unknown> {
  const [entry] = store.dump('outbox');
  const link = { request: async () => ({ ok: true, data: answer }) } as unknown as Link;
  const ack = await sendAction(link, entry!.action);
  const settle = (ack as Extract<Ack<never>, { ok: true }>).data as (
    tx: unknown,
    entry: OutboxEntry,
  ) => Promise<unknown>;
  return (await store.commit((tx) => settle(tx, entry!))).result;
}

beforeEach(async () => {
  store = memoryLocalStore();
  const clock = fakeClock();
  commands = createCommands({ store, line: fakeChannel()('tab'), clock, random: seededRandom(1, clock) });
  await store.commit((tx) => tx.put('msgs', [row(1), row(2), row(3, { del: 5, b: undefined })]));
});

it('O22: a message is kept at once, as it is here, and once', async () => {
  expect(await commands.keepMessage({ c, s: 1 })).toBe('kept');
  expect(await commands.keepMessage({ c, s: 1 })).toBe('known');
  expect(keeps()).toMatchObject([{ c, s: 1, k: 1, b: { x: 'message 1' }, u: 5, ma: 1_001, urev: 0 }]);
  expect(store.dump('outbox').map(({ lane, action }) => [lane, action.t])).toEqual([['u', 'keep']]);
});

it('O22: what was taken back, or is not here, is not kept', async () => {
  expect(await commands.keepMessage({ c, s: 3 })).toBe('missing');
  expect(await commands.keepMessage({ c, s: 9 })).toBe('missing');
  expect([keeps(), actions()]).toEqual([[], []]);
});

it('O22: of notes that wait the last is sent; one without words beside nothing is none', async () => {
  const i = await commands.writeKeepNote({ x: 'one' });
  await commands.writeKeepNote({ i, x: 'two' });
  await commands.writeKeepNote({ i, x: ' ' });
  await commands.writeKeepNote({ x: '' });
  expect(actions()).toMatchObject([{ t: 'keepNote', i, x: 'two' }]);
  expect(keeps()).toMatchObject([{ i, x: 'two' }]);
});

it('O22: what never left is dropped without a trace, what did is dropped there too', async () => {
  const i = await commands.writeKeepNote({ x: 'one' });
  await commands.dropKeep({ i });
  expect([keeps(), actions()]).toEqual([[], []]);
  const second = await commands.writeKeepNote({ x: 'two' });
  await markTried(store.dump('outbox')[0]!);
  await commands.dropKeep({ i: second });
  expect([keeps(), actions().map(({ t }) => t)]).toEqual([[], ['keepNote', 'keepDrop']]);
});

it('O22: the higher urev wins, in any order; tombstones take the row', async () => {
  const kept = { i: ids[0], at: 1, x: 'new', urev: 5 };
  await put([kept]);
  await put([{ ...kept, x: 'old', urev: 4 }]);
  expect(keeps()).toEqual([kept]);
  await put([{ i: ids[0], at: 1, urev: 3, gone: 1 }]);
  expect(keeps()).toEqual([kept]);
  await put([{ i: ids[0], at: 1, urev: 6, gone: 1 }]);
  expect(keeps()).toEqual([]);
});

it('O22: what waits stays laid over what comes, also over a whole list, which drops the rest', async () => {
  await put([
    { i: ids[0], at: 1, x: 'a', urev: 1 },
    { i: ids[1], at: 1, x: 'b', urev: 2 },
    { i: ids[2], at: 1, x: 'c', urev: 3 },
  ]);
  await commands.writeKeepNote({ i: ids[0], x: 'mine' });
  await commands.dropKeep({ i: ids[1] });
  const own = await commands.writeKeepNote({ x: 'own' });
  await commands.keepMessage({ c, s: 1 });
  await put(
    [
      { i: ids[0], at: 1, x: 'theirs', urev: 9 },
      { i: ids[1], at: 1, x: 'b2', urev: 10 },
    ],
    true,
  );
  const texts = new Map(keeps().map(({ i, x, b }) => [i, x ?? b?.['x']]));
  expect([...texts.values()].map(String).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['message 1', 'mine', 'own']);
  expect([texts.get(ids[0]), texts.get(own)]).toEqual(['mine', 'own']);
});

it('O22: a note that was dropped elsewhere stays while mine waits', async () => {
  await put([{ i: ids[0], at: 1, x: 'a', urev: 1 }]);
  await commands.writeKeepNote({ i: ids[0], x: 'mine' });
  await put([{ i: ids[0], at: 1, urev: 2, gone: 1 }]);
  expect(keeps()).toMatchObject([{ i: ids[0], x: 'mine' }]);
});

it('O22: kept on another device before, it has that id here too, and so has what waits for it', async () => {
  await commands.keepMessage({ c, s: 1 });
  const [{ i }] = keeps() as [Kept];
  await commands.writeKeepNote({ i, x: 'why' });
  await send({ u: 4, kept: { i: ids[0], at: 1, urev: 2, c, s: 1, k: 1, b: { x: 'message 1' }, n: 'ana' } });
  expect(keeps()).toMatchObject([{ i: ids[0], n: 'ana', x: 'why' }]);
  expect(actions()).toMatchObject([{ t: 'keepNote', i: ids[0], x: 'why' }]);
});

it('O22: an answer settles the wish; a refusal takes it away, and everything is asked for anew', async () => {
  const i = await commands.writeKeepNote({ x: 'one' });
  expect(await send({ u: 3, kept: { i, at: 7, urev: 3, x: 'one' } })).toBeUndefined();
  expect([keeps(), actions()]).toEqual([[{ i, at: 7, urev: 3, x: 'one' }], []]);
  await commands.keepMessage({ c, s: 2 });
  const { result } = await store.commit((tx) => settleRefusal(tx, store.dump('outbox')[0]!, 'FULL'));
  expect([result, keeps().length, actions()]).toEqual(['resync', 1, []]);
  await commands.dropKeep({ i });
  await send({ u: 4 });
  expect([keeps(), actions()]).toEqual([[], []]);
});

const tellAll = (urev: number) => store.commit((tx) => tx.put('meta', [{ key: 'urev', val: urev }]));
const urev = () => store.dump('meta').find(({ key }) => key === 'urev')?.val;

it('O22: a late answer does not bring back what another device let go of meanwhile', async () => {
  const i = await commands.writeKeepNote({ x: 'one' });
  await markTried(store.dump('outbox')[0]!);
  await put([{ i, urev: 6, at: 1, gone: 1 }]);
  await tellAll(6);
  expect(await send({ u: 5, kept: { i, urev: 5, at: 1, x: 'one' } })).toBe('resync');
  expect([keeps(), actions(), urev()]).toEqual([[], [], 0]);
});

it('O22: a late answer does not stand over the note of another device', async () => {
  const i = ids[0];
  await put([{ i, urev: 4, at: 1, x: 'old' }]);
  await commands.writeKeepNote({ i, x: 'mine' });
  await markTried(store.dump('outbox')[0]!);
  await put([{ i, urev: 7, at: 1, x: 'theirs' }]);
  expect(await send({ u: 5, kept: { i, urev: 5, at: 1, x: 'mine' } })).toBe('resync');
  await put([{ i, urev: 7, at: 1, x: 'theirs' }], true);
  expect(keeps()).toMatchObject([{ i, x: 'theirs' }]);
});

it('O22: what another device wrote after I had let go of it comes back', async () => {
  const i = ids[0];
  await put([{ i, urev: 4, at: 1, x: 'old' }]);
  await commands.dropKeep({ i });
  await markTried(store.dump('outbox')[0]!);
  await put([{ i, urev: 6, at: 1, x: 'again' }]);
  await tellAll(6);
  expect(keeps()).toEqual([]);
  expect(await send({ u: 5 })).toBe('resync');
  expect(urev()).toBe(0);
});

it('O22: an answer behind the own change is nothing to be asked about', async () => {
  const i = await commands.writeKeepNote({ x: 'one' });
  await markTried(store.dump('outbox')[0]!);
  await put([{ i, urev: 5, at: 1, x: 'one' }]);
  await tellAll(5);
  expect(await send({ u: 5, kept: { i, urev: 5, at: 1, x: 'one' } })).toBeUndefined();
  await commands.dropKeep({ i });
  await tellAll(6);
  expect(await send({ u: 6 })).toBeUndefined();
  expect(urev()).toBe(6);
});

it('O22: a page that was read before something went does not bring it back', async () => {
  const i = ids[0];
  await put([{ i, urev: 6, at: 1, x: 'kept' }]);
  await put([{ i, urev: 7, at: 1, gone: 1 }]);
  await tellAll(7);
  await put([{ i, urev: 6, at: 1, x: 'kept' }]);
  expect(keeps()).toEqual([]);
  await put([{ i, urev: 8, at: 1, x: 'again' }]);
  expect(keeps()).toMatchObject([{ i, x: 'again' }]);
});
