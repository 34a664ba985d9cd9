import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import type { RequestInput } from '#protocol/requests.ts';
import { engineWorld, type EngineWorld } from '#testing/engineWorld.ts';
import type { LocalChat } from './changes.ts';

let world: EngineWorld;
beforeEach(async () => {
  world = engineWorld(31);
  await world.clock.advance(3_000);
});
afterEach(() => world.stop());

const chatOf = (c: number): LocalChat | undefined =>
  world
    .store()
    .dump('chats')
    .find((chat) => chat.c === toChatId(c));
const behind = (): number[] =>
  world
    .store()
    .dump('chats')
    .filter(({ sync }) => sync.state === 'behind')
    .map(({ c }) => c);
const reconnect = async (): Promise<void> => {
  world.network.isUp = true;
  await world.clock.advance(30_000);
};

/** Chats with one cached message each; then the device is away while each gets `count` more. */
async function fallBehind(
  ids: readonly number[],
  count: number,
  kindOf = (_id: number): number => chatKind.group,
): Promise<void> {
  for (const id of ids) world.server.addChat(id, [1, 2], kindOf(id));
  world.network.cut();
  await world.clock.advance(5_000);
  for (const id of ids) world.server.post(id, 2, 'cached');
  await world.clock.advance(5_000);
  world.network.isUp = false;
  world.network.cut();
  for (let index = 0; index < count; index += 1) for (const id of ids) world.server.post(id, 2, `missed ${index}`);
}

/** The chats of every request for changes from now on, in the order in which they were asked for. */
function hearAsked(): number[][] {
  const asked: number[][] = [];
  world.server.intercept = (name, input) => {
    if (name === 'sync.delta') asked.push((input as RequestInput<'sync.delta'>).items.map(({ c }): number => c));
    return undefined;
  };
  return asked;
}

const show = (open: ChatId[]): void =>
  world.tab().line.call({ t: 'view', view: { tab: 'x', visible: true, focused: true, open, watch: [] } });

describe('the order of catching up', () => {
  it('N3: first what is on screen, then pinned, then unread, then the latest', async () => {
    await fallBehind([21, 22, 23, 24, 25], 2);
    await world.tab().commands.markRead({ c: toChatId(22), s: 1 });
    await world.tab().commands.setChat({ c: toChatId(24), set: { pin: 5 } });
    world.server.read(22, 1, 3);
    show([toChatId(21)]);
    const asked = hearAsked();
    await reconnect();
    expect(asked[0]).toEqual([21]);
    expect(asked[1]?.[0]).toBe(24);
    expect(asked[1]?.at(-1)).toBe(22);
    expect(new Set(asked.flat())).toEqual(new Set([21, 22, 23, 24, 25]));
    expect(asked.flat()).toHaveLength(5);
    expect(behind()).toEqual([]);
  });

  it('N3: chats with apps come up to date like those with people', async () => {
    await fallBehind([51], 3, () => chatKind.official);
    const asked = hearAsked();
    await reconnect();
    expect(asked).toEqual([[51]]);
    expect(behind()).toEqual([]);
  });

  it('N3: communities come up to date only while they are on screen', async () => {
    await fallBehind([31, 41], 3, () => chatKind.community);
    const asked = hearAsked();
    await reconnect();
    expect(asked).toEqual([]);
    // Also when the server says that they are.
    const heads = [31, 41].map((id): [ChatId, number] => [toChatId(id), 4]);
    world.server.push(1, (socket) => socket.signal({ name: 'tick', data: { t: 1, heads } }));
    await world.clock.advance(2_000);
    expect(asked).toEqual([]);
    expect(behind()).toEqual([31, 41]);
    show([toChatId(31)]);
    await world.clock.advance(2_000);
    expect(asked).toEqual([[31]]);
    expect(behind()).toEqual([41]);
  });

  it('N3: a chat that is wished for while two others are being looked at has its turn', async () => {
    const ids = [21, 22, 23];
    await fallBehind(ids, 1);
    await reconnect();
    const asked = hearAsked();
    const { intercept } = world.server;
    // The last of three chats that come on screen stands further on than its newest change, which was lost.
    const revs = ids.map((id): [ChatId, number] => [toChatId(id), world.server.headOf(id).rev + (id === 23 ? 1 : 0)]);
    world.server.intercept = (name, input, ...rest) =>
      name === 'view.set' ? { ok: true, data: { v: 1, revs, rc: [] } } : intercept?.(name, input, ...rest);
    show(ids.map(toChatId));
    await world.clock.advance(500);
    expect(asked[0]).toEqual([23]);
  });

  it('N3: after sign-in the 20 most recent chats get one page of 30, and the others nothing', async () => {
    await world.stop();
    world = engineWorld(32);
    world.network.isUp = false;
    for (let id = 101; id <= 125; id += 1) {
      world.server.addChat(id, [1, 2]);
      for (let index = 0; index < 40; index += 1) world.server.post(id, 2, `old ${index}`);
      await world.clock.advance(10);
    }
    await reconnect();
    const sizes = Map.groupBy(world.store().dump('msgs'), ({ c }): number => c);
    const newest = Array.from({ length: 20 }, (_, at) => 106 + at);
    expect(new Set(sizes.keys())).toEqual(new Set(newest));
    expect(new Set([...sizes.values()].map((rows) => rows.length))).toEqual(new Set([30]));
    expect(chatOf(106)?.sync).toMatchObject({ state: 'fresh', tailFrom: 11 });
    expect(chatOf(105)?.sync).toMatchObject({ state: 'none', rev: 40 });
  });
});

describe('the budget of one catch-up', () => {
  const budget = 3_000;
  const gapOf = (id: number): number => world.server.headOf(id).rev - 1;
  /** Rows that were fetched for these chats; each had one before. */
  const fetched = (ids: readonly number[]): number =>
    world
      .store()
      .dump('msgs')
      .filter(({ c }) => ids.includes(c)).length - ids.length;
  const groups = (count: number): number[] => Array.from({ length: count }, (_, at) => 101 + at);

  /**
   * Connects step by step until the server has answered the first request for changes. The answer is on its way, and so is the word that all these chats are
   * behind, which makes the engine look a second time. No longer: a connection that says nothing for seconds is replaced, and the next has a budget of its own.
   */
  const reconnectUntilAsked = async (ids: readonly number[]): Promise<void> => {
    const count = (): number => world.server.calls.filter((call) => call === 'sync.delta').length;
    const before = count();
    world.network.isUp = true;
    world.network.isHeld = true;
    while (count() === before) if (!(await world.network.step(0))) await world.clock.advance(20);
    const heads = ids.map((id): [ChatId, number] => [toChatId(id), world.server.headOf(id).rev]);
    world.server.push(1, (socket) => socket.signal({ name: 'tick', data: { t: 1, heads } }));
  };
  const letGo = async (): Promise<void> => {
    world.network.isHeld = false;
    await world.network.flush();
    await world.clock.advance(30_000);
  };

  it('N3: requests side by side spend 3,000 rows together, and the next connection brings more', async () => {
    const ids = groups(60);
    await fallBehind(ids, 150);
    await reconnectUntilAsked(ids);
    // The word is delivered, the answer is not: a second request would look at the rest of an untouched budget.
    await world.network.step(0);
    await world.clock.advance(500);
    await letGo();
    expect(fetched(ids)).toBe(budget);
    expect(behind()).toHaveLength(40);
    world.network.cut();
    await reconnect();
    expect(fetched(ids)).toBe(2 * budget);
  });

  it('N3: what is on screen costs nothing and is served when nothing is left', async () => {
    const ids = groups(40);
    await fallBehind(ids, 150);
    show([toChatId(101), toChatId(102)]);
    await reconnect();
    expect(fetched(ids)).toBe(budget + 300);
    show([toChatId(behind()[0] ?? 0)]);
    await world.clock.advance(2_000);
    expect(fetched(ids)).toBe(budget + 450);
  });

  it('N3: a chat whose answer is on its way is not asked for a second time', async () => {
    const ids = groups(30);
    await fallBehind(ids, 3);
    const asked = hearAsked();
    await reconnectUntilAsked(ids);
    await world.network.step(0);
    await world.clock.advance(500);
    await letGo();
    expect(asked.map(({ length }) => length)).toEqual([20, 10]);
    expect(new Set(asked.flat())).toEqual(new Set(ids));
  });

  it('N3: is never overspent, and nothing stays behind that it would have paid, whatever the gaps and the order of answers', async () => {
    // Messages that came, or so many changes of the one that is cached: these have as many revs and one row.
    const gap = fc.record({ size: fc.integer({ min: 60, max: 300 }), isOneRow: fc.boolean() });
    const gaps = fc.array(gap, { minLength: 22, maxLength: 40, size: 'max' });
    const picks = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(gaps, picks, async (missed, order) => {
        await world.stop();
        world = engineWorld(33);
        await world.clock.advance(3_000);
        const ids = groups(missed.length);
        await fallBehind(ids, 0);
        for (const [at, { size, isOneRow }] of missed.entries()) {
          for (let index = 0; index < size; index += 1) {
            if (isOneRow) world.server.edit(101 + at, 1, `edited ${index}`);
            else world.server.post(101 + at, 2, `missed ${index}`);
          }
        }
        await reconnectUntilAsked(ids);
        for (const pick of order) {
          await world.network.step(pick);
          await world.clock.advance(50);
        }
        await letGo();
        const left = behind();
        const spent = fetched(ids) + missed.filter(({ isOneRow }, at) => isOneRow && !left.includes(101 + at)).length;
        expect(spent).toBeLessThanOrEqual(budget);
        for (const id of left) expect(spent + Math.min(200, gapOf(id))).toBeGreaterThan(budget);
      }),
      // A smaller case tells nothing more and takes long to find.
      { numRuns: 25, endOnFailure: true },
    );
  });
});
