import { expect, it } from 'vitest';
import { toChatId } from '#protocol/casts.ts';
import { toOverlays } from '#client/stores/toOverlays.ts';
import { fakeChannel, seededRandom } from '#testing/fakeTab.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import { createCommands } from './commands/createCommands.ts';
import { settleRefusal } from './outbox/sendAction.ts';

const c = toChatId(7);
const start = () => {
  const store = memoryLocalStore();
  const clock = fakeClock();
  return {
    store,
    commands: createCommands({ store, line: fakeChannel()('tab'), clock, random: seededRandom(1, clock) }),
  };
};

it('O25: a card that is taken off is gone at once, and asked for once', async () => {
  const { store, commands } = start();
  await Promise.all([commands.dropLink({ c, s: 3 }), commands.dropLink({ c, s: 3 })]);
  const entries = store.dump('outbox');
  expect(entries.map(({ action }) => action)).toMatchObject([{ t: 'dropLink', c, s: 3 }]);
  expect(toOverlays(entries, [], undefined).overlays.get(3)).toEqual({ noLink: true });
});

it('O25: it needs not be sent where the message goes, and is moot where it is gone; what is forbidden shows the card again and is told of', async () => {
  const { store, commands } = start();
  await commands.dropLink({ c, s: 3 });
  await commands.unsendMessage({ c, message: { s: 3 } });
  const left = store.dump('outbox').map(({ action }) => action.t);
  expect(left).not.toContain('dropLink');
  await commands.dropLink({ c, s: 4 });
  await commands.dropLink({ c, s: 5 });
  const wishOf = (s: number) => store.dump('outbox').find(({ action }) => action.t === 'dropLink' && action.s === s)!;
  await store.commit((tx) => settleRefusal(tx, wishOf(4), 'GONE'));
  await store.commit((tx) => settleRefusal(tx, wishOf(5), 'FORBIDDEN'));
  expect(store.dump('outbox').filter(({ action }) => action.t === 'dropLink')).toMatchObject([
    { action: { s: 5 }, state: 'failed', err: 'FORBIDDEN' },
  ]);
  expect(toOverlays(store.dump('outbox'), [], undefined).overlays.get(5)).toBeUndefined();
});
