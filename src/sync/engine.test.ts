import { afterEach, describe, expect, it } from 'vitest';
import { toChatId } from '#protocol/casts.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { fakeServer } from '#testing/fakeServer.ts';
import { fakeChannel, fakeTab, seededRandom, type FakeTab } from '#testing/fakeTab.ts';
import { fakeLocks } from '#testing/fakeLocks.ts';
import { fakeNetwork } from '#testing/fakeTransport.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';

const tabs: FakeTab[] = [];
afterEach(async () => {
  for (const tab of tabs.splice(0)) await tab.engine.stop();
});

function setUp(seed = 1) {
  const clock = fakeClock();
  const server = fakeServer(() => clock.now());
  const network = fakeNetwork(server, clock);
  const store = memoryLocalStore();
  const browser = {
    store,
    clock,
    network,
    locks: fakeLocks(),
    channel: fakeChannel(),
    random: seededRandom(seed, clock),
    userId: 1,
  };
  const open = (name: string): FakeTab => {
    const tab = fakeTab(browser, name);
    tabs.push(tab);
    return tab;
  };
  return { clock, server, network, store, browser, open };
}

describe('engine', () => {
  it('brings the list of chats, then live messages', async () => {
    const { clock, server, store, open } = setUp();
    server.addChat(7, [1, 2]);
    server.post(7, 2, 'before');
    const tab = open('a');
    tab.engine.start();
    await clock.advance(3_000);
    expect(tab.warnings).toEqual([]);
    expect(store.dump('chats').map((chat) => [chat.c, chat.unread])).toEqual([[7, 1]]);
    server.post(7, 2, 'live');
    await clock.advance(1_000);
    expect(store.dump('msgs').map((row) => row.b?.['x'])).toEqual(['before', 'live']);
    expect(store.dump('chats')[0]?.unread).toBe(2);
    expect(tab.warnings).toEqual([]);
  });

  it('sends what was written offline once, in order', async () => {
    const { clock, server, network, store, open } = setUp();
    server.addChat(7, [1, 2]);
    const tab = open('a');
    network.isUp = false;
    tab.engine.start();
    await clock.advance(1_000);
    for (let index = 0; index < 10; index += 1)
      await tab.commands.sendMessage({ c: toChatId(7), b: { x: `m${index}` } });
    expect(store.dump('outbox')).toHaveLength(10);
    network.isUp = true;
    await clock.advance(60_000);
    expect(server.rowsOf(7, 2).map((row) => row.b?.['x'])).toEqual(
      Array.from({ length: 10 }, (_, index) => `m${index}`),
    );
    expect(store.dump('outbox')).toEqual([]);
    expect(store.dump('msgs')).toHaveLength(10);
    expect(store.dump('chats')[0]?.unread).toBe(0);
    expect(tab.warnings).toEqual([]);
  });
});
