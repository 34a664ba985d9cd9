import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { toUserId } from '#protocol/casts.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import { fakeLocks } from '#testing/fakeLocks.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { fakeChannel, seededRandom } from '#testing/fakeTab.ts';
import { chat7, engineWorld, type EngineWorld } from '#testing/engineWorld.ts';
import type { EngineEvent } from './changes.ts';
import { leadership } from './leadership.ts';

let world: EngineWorld;
afterEach(() => world.stop());

const phases = (events: readonly EngineEvent[]): string[] =>
  events.flatMap((event) => (event.t === 'status' ? [event.status.phase] : []));

describe('leadership', () => {
  it('L1: one engine per browser; the next one takes over when it stops, with a higher epoch', async () => {
    world = engineWorld();
    const second = world.openTab('second');
    await world.clock.advance(3_000);
    expect(world.network.accepted()).toBe(1);
    const [lease] = world.store().dump('leases');
    expect(lease?.tab).toBe('tab-0');
    await second.commands.sendMessage({ c: chat7, b: { x: 'from a follower' } });
    await world.clock.advance(1_000);
    expect(world.server.rowsOf(7, 2)).toHaveLength(1);
    await world.tab().engine.stop();
    await world.clock.advance(3_000);
    const [next] = world.store().dump('leases');
    expect(next?.tab).toBe('second');
    expect(next?.epoch).toBeGreaterThan(lease?.epoch ?? 0);
    expect(world.network.accepted()).toBe(2);
    await second.commands.sendMessage({ c: chat7, b: { x: 'as the leader' } });
    await world.clock.advance(1_000);
    expect(world.server.rowsOf(7, 2)).toHaveLength(2);
  });

  it('L2, L4: an engine whose lease was taken writes nothing and ends', async () => {
    world = engineWorld();
    await world.clock.advance(3_000);
    const taken = (world.store().dump('leases')[0]?.epoch ?? 0) + 1_000_000_000;
    await world.store().commit((tx) => tx.put('leases', [{ name: 'engine', epoch: taken, tab: 'thief' }]));
    const before = world
      .store()
      .dump('meta')
      .find((row) => row.key === 'changes')?.val;
    world.server.post(7, 2, 'while fenced');
    await world.clock.advance(500);
    expect(world.store().dump('msgs')).toEqual([]);
    expect(
      world
        .store()
        .dump('meta')
        .find((row) => row.key === 'changes')?.val,
    ).toBe(before);
    expect(phases(world.tab().events).at(-1)).toBe('fenced');
    expect(world.server.sockets()).toBe(0);
    // The lock is still this tab's to ask for: later it leads again, above the thief.
    await world.clock.advance(10_000);
    expect(world.store().dump('leases')[0]?.epoch).toBeGreaterThan(taken);
    expect(world.store().dump('msgs')).toHaveLength(1);
  });

  it('E10: tabs that are alone with their rows wait for nobody, have no number, and stay beside each other', async () => {
    world = engineWorld();
    const { clock } = world;
    const epochs: number[] = [];
    const browser = { clock, random: seededRandom(1), locks: fakeLocks(), userId: toUserId(99), isLone: true };
    const log = { debug: () => undefined, warn: () => undefined };
    const start = (tab: string) => {
      const ports = { ...browser, log, store: memoryLocalStore(), line: { ...world.tab().line, tab } };
      const made = leadership(ports, async (epoch, lost) => {
        epochs.push(epoch);
        await lost;
        return 'stopped';
      });
      made.start();
      return made;
    };
    const tabs = [start('one'), start('two')];
    await clock.advance(500);
    expect(tabs.map((tab) => tab.isLeading())).toEqual([true, true]);
    expect(epochs).toEqual([0, 0]);
    await Promise.all(tabs.map((tab) => tab.stop()));
  });

  it('L3: starts above what the server has seen even if the database was deleted', async () => {
    world = engineWorld();
    await world.clock.advance(1_000);
    expect(world.store().dump('leases')[0]?.epoch).toBeGreaterThanOrEqual(
      Math.floor((world.clock.now() - 2_000) / 1_000),
    );
  });

  it('L6: a tab takes the lead from a silent one, whose engine ends and waits for its turn again', async () => {
    world = engineWorld();
    const second = world.openTab('second');
    await world.clock.advance(3_000);
    expect([world.tab().engine.isLeading(), second.engine.isLeading()]).toEqual([true, false]);
    const epoch = world.store().dump('leases')[0]?.epoch ?? 0;
    second.engine.takeOver();
    await world.clock.advance(1_000);
    expect([world.tab().engine.isLeading(), second.engine.isLeading()]).toEqual([false, true]);
    expect(world.store().dump('leases')[0]).toMatchObject({ tab: 'second' });
    expect(world.store().dump('leases')[0]?.epoch).toBeGreaterThan(epoch);
    await world.tab().commands.sendMessage({ c: chat7, b: { x: 'by the new leader' } });
    await world.clock.advance(1_000);
    expect(world.server.rowsOf(7, 2)).toHaveLength(1);
    await second.engine.stop();
    await world.clock.advance(6_000);
    expect(world.tab().engine.isLeading()).toBe(true);
    expect(world.store().dump('leases')[0]).toMatchObject({ tab: 'tab-0' });
  });

  it('L6: taking over while leading changes nothing', async () => {
    world = engineWorld();
    await world.clock.advance(3_000);
    const [before] = world.store().dump('leases');
    world.tab().engine.takeOver();
    await world.clock.advance(5_000);
    expect(world.store().dump('leases')[0]).toEqual(before);
    expect(world.network.accepted()).toBe(1);
  });

  it('L7: an engine that crashes is started again soon, later and later while it goes on crashing', async () => {
    world = engineWorld();
    const { clock } = world;
    const starts: number[] = [];
    const ports = { clock, store: world.store(), line: world.tab().line, random: seededRandom(1) };
    const log = { debug: () => undefined, warn: () => undefined };
    const lead = leadership({ ...ports, log, locks: fakeLocks(), userId: toUserId(99) }, async () => {
      starts.push(clock.elapsed());
      return 'crashed';
    });
    lead.start();
    await clock.advance(120_000);
    await lead.stop();
    const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
    expect(gaps[0]).toBeLessThanOrEqual(500);
    expect(gaps.length).toBeGreaterThan(6);
    expect(gaps.length).toBeLessThan(20);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30_000);
  });

  it('L4: a stopped engine leaves no timer and no connection', async () => {
    world = engineWorld();
    await world.clock.advance(3_000);
    await world.tab().engine.stop();
    await world.clock.settle();
    expect(world.clock.pending()).toBe(0);
    expect(world.server.sockets()).toBe(0);
    expect(phases(world.tab().events).at(-1)).toBe('follower');
    const calls = world.server.calls.length;
    world.tab().line.call({ t: 'poke' });
    world.tab().line.call({ t: 'wake' });
    await world.clock.advance(60_000);
    expect(world.server.calls.length).toBe(calls);
  });

  it('stops while it still waits for the network', async () => {
    world = engineWorld();
    world.network.isHeld = true;
    await world.clock.settle();
    await world.tab().engine.stop();
    expect(world.server.sockets()).toBe(0);
  });
});

describe('leadership of several tabs', () => {
  const log = { debug: () => undefined, warn: () => undefined };
  const step = fc.record({
    tab: fc.nat(3),
    t: fc.constantFrom('start', 'start', 'stop', 'steal', 'crash', 'fence', 'tellLosers', 'wait', 'wait'),
    ms: fc.constantFrom(0, 1, 300, 6_000, 40_000),
  });
  interface Term {
    tab: number;
    epoch: number;
    isOver: boolean;
    hasHeard: boolean;
    end: (why: 'crashed' | 'fenced') => void;
  }

  it('L1, L2, L6: whatever tabs do, the newest term has the lease, and only who does not know of a theft runs beside it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.boolean(), async (steps, isSlow) => {
        const clock = fakeClock();
        const locks = fakeLocks({ isSlow });
        const store = memoryLocalStore();
        const channel = fakeChannel();
        const terms: Term[] = [];
        const tabs = Array.from({ length: 4 }, (_, tab) => {
          const ports = { clock, store, locks, log, line: channel(`tab-${tab}`), random: seededRandom(tab) };
          return leadership({ ...ports, userId: toUserId(5) }, async (epoch, lost) => {
            const ended = Promise.withResolvers<'crashed' | 'fenced' | 'stopped'>();
            const term: Term = { tab, epoch, isOver: false, hasHeard: false, end: ended.resolve };
            terms.push(term);
            void lost.then(() => {
              term.hasHeard = true;
              ended.resolve('stopped');
            });
            const end = await ended.promise;
            term.isOver = true;
            return end;
          });
        });
        const check = (): void => {
          const epochs = terms.map(({ epoch }) => epoch);
          expect(epochs).toEqual([...new Set(epochs)].toSorted((one, other) => one - other));
          const newest = terms.at(-1);
          expect(store.dump('leases')[0]?.epoch).toBe(newest?.epoch);
          const running = terms.filter(({ isOver }) => !isOver);
          for (const term of running) expect(term === newest || (isSlow && !term.hasHeard)).toBe(true);
          for (const [at, tab] of tabs.entries()) expect(tab.isLeading()).toBe(running.some((term) => term.tab === at));
        };
        for (const { tab, t, ms } of steps) {
          const lead = tabs[tab];
          if (t === 'start') lead?.start();
          else if (t === 'stop') void lead?.stop();
          else if (t === 'steal') lead?.takeOver();
          else if (t === 'tellLosers') locks.tellLosers();
          else if (t === 'wait') await clock.advance(ms);
          else terms.findLast((term) => term.tab === tab && !term.isOver)?.end(t === 'crash' ? 'crashed' : 'fenced');
          await clock.settle();
          check();
        }
        // Somebody leads again in the end, if anybody wants to; nothing is left when all have gone.
        locks.tellLosers();
        tabs[0]?.start();
        await clock.advance(60_000);
        check();
        expect(tabs.filter((tab) => tab.isLeading())).toHaveLength(1);
        await Promise.all(tabs.map((tab) => tab.stop()));
        expect(clock.pending()).toBe(0);
        expect(terms.every(({ isOver }) => isOver)).toBe(true);
      }),
    );
  });
});
