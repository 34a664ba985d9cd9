import { toChatId } from '#protocol/casts.ts';
import type { LocalMessage } from '#sync/changes.ts';
import { fakeClock, type FakeClock } from './fakeClock.ts';
import { fakeServer } from './fakeServer.ts';
import type { FakeServer } from './fakeServer/fakeServerTypes.ts';
import { fakeLocks } from './fakeLocks.ts';
import { fakeChannel, fakeTab, seededRandom, type FakeTab } from './fakeTab.ts';
import { fakeNetwork, type FakeNetwork } from './fakeTransport.ts';
import { fakeUploads, type FakeUploads } from './fakeUploads.ts';
import { memoryLocalStore, type MemoryLocalStore } from './memoryLocalStore.ts';

/** One browser of member 1 against the model server, with chat 7 (members 1, 2, 3). */
export interface EngineWorld {
  clock: FakeClock;
  server: FakeServer;
  network: FakeNetwork;
  uploads: FakeUploads;
  /** the present tab's handle on the browser's database */
  store(): MemoryLocalStore;
  tab(): FakeTab;
  /** Opens another tab of the same browser; its engine is started and waits for its turn. */
  openTab(name: string): FakeTab;
  /** The present tab dies without a word; a new one opens on the same database. */
  restart(): Promise<void>;
  /** Dies at the n-th commit from now: `before` loses it, `after` keeps it but not its answer. Call `reviveIfDead` afterwards. */
  dieAtCommit(count: number, when: 'before' | 'after'): void;
  reviveIfDead(): Promise<void>;
  stop(): Promise<void>;
  /** Everything heals and settles: network up, server telling, a new connection, a minute of time. */
  heal(): Promise<void>;
}

export const chat7 = toChatId(7);

/** Makes the world; the first tab is open and its engine started. */
export function engineWorld(seed = 1): EngineWorld {
  const clock = fakeClock();
  const server = fakeServer(() => clock.now());
  const network = fakeNetwork(server, clock);
  const random = seededRandom(seed, clock);
  const locks = fakeLocks();
  const channel = fakeChannel();
  const uploads = fakeUploads(clock);
  server.addChat(7, [1, 2, 3]);
  let store = memoryLocalStore();
  let isDead = false;
  let count = 0;
  const tabs: FakeTab[] = [];
  const openTab = (name: string): FakeTab => {
    const tab = fakeTab({ store, clock, network, locks, channel, random, uploads, userId: 1 }, name);
    tabs.push(tab);
    tab.engine.start();
    return tab;
  };
  let tab = openTab('tab-0');
  const world: EngineWorld = {
    clock,
    server,
    network,
    uploads,
    store: () => store,
    tab: () => tab,
    openTab,
    async restart() {
      store.onCommit(undefined);
      store.close();
      network.cut();
      const old = tab;
      await Promise.all([old.engine.stop(), clock.settle()]);
      store = store.reopen();
      isDead = false;
      count += 1;
      tab = openTab(`tab-${count}`);
    },
    dieAtCommit(commits, when) {
      let left = commits;
      store.onCommit(() => {
        left -= 1;
        if (left > 0) return undefined;
        isDead = true;
        store.onCommit(undefined);
        store.close();
        return when;
      });
    },
    async reviveIfDead() {
      if (isDead) await world.restart();
    },
    async stop() {
      for (const each of tabs) await each.engine.stop();
    },
    heal: () => heal(world),
  };
  return world;
}

async function heal(world: EngineWorld): Promise<void> {
  const { clock, network, server } = world;
  world.store().onCommit(undefined);
  await world.reviveIfDead();
  server.isMute = false;
  server.intercept = undefined;
  network.isHeld = false;
  network.isUp = true;
  await network.flush();
  network.cut();
  await clock.advance(90_000);
}

/** Cached messages of chat 7 that lie in a span which claims to be true. */
export function freshRows(store: MemoryLocalStore): LocalMessage[] {
  const sync = store.dump('chats').find((chat) => chat.c === chat7)?.sync;
  if (!sync) return [];
  const isFresh = (seq: number): boolean =>
    seq >= sync.tailFrom || sync.ranges.some((range) => range.rev >= sync.rev && seq >= range.from && seq <= range.to);
  return store.dump('msgs').filter((row) => row.c === chat7 && isFresh(row.s));
}
