import { expect, it } from 'vitest';
import { createChatListStore } from '#client/stores/chatListStore.ts';
import { createHealthStore } from '#client/stores/healthStore.ts';
import { createPeopleStore } from '#client/stores/peopleStore.ts';
import { toChatId } from '#protocol/casts.ts';
import type { EnginePhase } from '#sync/changes.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { hearEngine, type EngineHearing } from './hearEngine.ts';

function listen() {
  const said: EnginePhase[] = [];
  let phase: EnginePhase = 'boot';
  const stores = { chatList: createChatListStore(), health: createHealthStore(), people: createPeopleStore() };
  const hear = hearEngine({
    stores: stores as unknown as EngineHearing['stores'],
    windows: { sayView: () => void said.push(phase), hear: () => undefined } as unknown as EngineHearing['windows'],
    clock: fakeClock(),
    take: () => undefined,
    onEnded: () => undefined,
    onStorage: () => undefined,
  });
  const pass = (next: EnginePhase): void => {
    phase = next;
    hear({ t: 'status', status: { phase, clockOffset: 0 } });
  };
  return { said, pass, hear, stores };
}

it('counts who asks to connect', () => {
  const { hear, stores } = listen();
  hear({ t: 'asked' });
  hear({ t: 'asked' });
  expect(stores.people.getState()).toMatchObject({ asked: 2 });
});

it('N5: says what this tab shows to every engine that begins, the first one included, and once more before each sync', () => {
  const { said, pass } = listen();
  pass('boot');
  expect(said).toEqual(['boot']);
  for (const phase of ['connect', 'syncing', 'syncing', 'live', 'backoff', 'connect', 'syncing', 'live'] as const)
    pass(phase);
  expect(said).toEqual(['boot', 'syncing', 'syncing']);
  // The next engine may begin before this one said that it ended.
  pass('boot');
  pass('boot');
  expect(said.slice(3)).toEqual(['boot', 'boot']);
});

it('counts how often a request of mine was declined, chat by chat', () => {
  const { hear, stores } = listen();
  for (const c of [7, 8, 7]) hear({ t: 'declined', c: toChatId(c) });
  expect([...stores.chatList.getState().declined]).toEqual([
    [toChatId(7), 2],
    [toChatId(8), 1],
  ]);
});
