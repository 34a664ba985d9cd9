import { beforeEach, expect, it } from 'vitest';
import { toChatId, toOpId } from '#protocol/casts.ts';
import { fakeChannel, seededRandom } from '#testing/fakeTab.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { memoryLocalStore, type MemoryLocalStore } from '#testing/memoryLocalStore.ts';
import { createCommands } from './commands/createCommands.ts';
import { settleRefusal } from './outbox/sendAction.ts';
import { putUserRows } from './userRows.ts';

const c = toChatId(7);
let store: MemoryLocalStore;
let commands: ReturnType<typeof createCommands>;
const hidden = (): number[] => store.dump('hidden').map(({ s }) => s);

beforeEach(() => {
  store = memoryLocalStore();
  const clock = fakeClock();
  commands = createCommands({ store, line: fakeChannel()('tab'), clock, random: seededRandom(1, clock) });
});

it('O21: what I hide is hidden at once, and asked for once', async () => {
  await commands.hideMessages({ c, seqs: [3, 5, 3] });
  await commands.hideMessages({ c, seqs: [5, 6] });
  expect(hidden()).toEqual([3, 5, 6]);
  expect(store.dump('outbox').map(({ action, lane }) => [lane, action.t === 'hide' && action.seqs])).toEqual([
    ['u', [3, 5]],
    ['u', [6]],
  ]);
});

it('O21: a hundred go with one request', async () => {
  await commands.hideMessages({ c, seqs: Array.from({ length: 250 }, (_, s) => s + 1) });
  const counts = store.dump('outbox').map(({ action }) => action.t === 'hide' && action.seqs.length);
  expect(counts).toEqual([100, 100, 50]);
});

it('O21: lists of the server only add, in any order; a whole list keeps what waits and drops the rest', async () => {
  await commands.hideMessages({ c, seqs: [9] });
  await store.commit((tx) => putUserRows(tx, { hidden: [[c, [2]]] }));
  await store.commit((tx) => putUserRows(tx, { hidden: [[c, [1, 2]]] }));
  expect(hidden()).toEqual([1, 2, 9]);
  await store.commit((tx) => putUserRows(tx, { contacts: [], prefs: [], hidden: [[c, [1]]], isFull: true }));
  expect(hidden()).toEqual([1, 9]);
});

it('O21: a refused wish is shown again, and everything is asked for anew', async () => {
  await commands.hideMessages({ c, seqs: [9] });
  const [entry] = store.dump('outbox');
  const { result } = await store.commit((tx) => settleRefusal(tx, entry!, 'FULL'));
  expect([result, hidden(), store.dump('outbox')]).toEqual(['resync', [], []]);
  expect(store.dump('meta').find(({ key }) => key === 'urev')?.val).toBe(0);
});

it('O21: a wish has an id of its own, so that a repeat changes nothing', async () => {
  await commands.hideMessages({ c, seqs: [1] });
  const [entry] = store.dump('outbox');
  expect(entry?.action).toMatchObject({ t: 'hide', op: toOpId(entry?.i ?? '') });
});
