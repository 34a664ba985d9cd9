import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '#protocol/errors.ts';
import type { ServerSocket } from '#testing/fakeTransport.ts';
import { chat7, engineWorld, type EngineWorld } from '#testing/engineWorld.ts';
import type { EngineStatus } from './changes.ts';
import { waitBefore } from './connection/waits.ts';

let world: EngineWorld;
beforeEach(() => void (world = engineWorld(5)));
afterEach(() => world.stop());

const statuses = (): EngineStatus[] =>
  world.tab().events.flatMap((event) => (event.t === 'status' ? [event.status] : []));
const phase = (): string | undefined => statuses().at(-1)?.phase;
const live = async (): Promise<void> => {
  await world.clock.advance(3_000);
  expect(phase()).toBe('live');
};
const countOf = (name: string): number => world.server.calls.filter((call) => call === name).length;

describe('the way to live', () => {
  it('C1: boot, connect, syncing, live; the strip learns since when it was down', async () => {
    await live();
    expect(statuses().map((status) => status.phase)).toEqual(['boot', 'connect', 'syncing', 'live']);
    expect(statuses()[0]?.downSince).toBeDefined();
    expect(statuses().at(-1)).not.toHaveProperty('downSince');
  });

  it('C1: events that arrive before the answer wait for it', async () => {
    world.server.intercept = (name) => {
      if (name !== 'sync.open') return undefined;
      world.server.intercept = undefined;
      world.server.post(7, 2, 'between hello and the answer');
      return undefined;
    };
    await live();
    expect(
      world
        .store()
        .dump('msgs')
        .map((row) => row.b?.['x']),
    ).toEqual(['between hello and the answer']);
    expect(world.store().dump('chats')[0]?.sync).toMatchObject({ rev: 1 });
  });

  it('C1: gives up on a server that accepts and says nothing', async () => {
    const accept = world.server.accept.bind(world.server);
    world.server.accept = () => undefined;
    await world.clock.advance(6_000);
    expect(statuses().map((status) => status.phase)).toContain('backoff');
    world.server.accept = accept;
    await world.clock.advance(10_000);
    expect(phase()).toBe('live');
  });

  it('C3: a busy server is asked again on the same connection', async () => {
    let left = 2;
    world.server.intercept = (name) =>
      name === 'sync.open' && left-- > 0 ? { ok: false, code: 'BUSY', retry: 500 } : undefined;
    await live();
    expect(world.network.accepted()).toBe(1);
    expect(countOf('sync.open')).toBe(3);
  });

  it('asks page by page, and stores the generation only with the last one', async () => {
    for (const id of [21, 22, 23]) world.server.addChat(id, [1, 2]);
    const pages = [1, 2, undefined];
    const seen: unknown[] = [];
    world.server.intercept = (name, input) => {
      if (name !== 'sync.open') return undefined;
      const page = (input as { page?: number }).page ?? 0;
      seen.push(
        world
          .store()
          .dump('meta')
          .find((row) => row.key === 'gen')?.val,
      );
      const chat = world.server.snapshot(21 + page, 1);
      const next = pages[page];
      return {
        ok: true,
        data: { t: 1, gen: 'gen-1', u: 5, heads: [chat], gone: [], user: {}, ...(next ? { next } : {}) },
      };
    };
    await live();
    expect(
      world
        .store()
        .dump('chats')
        .map((chat) => chat.c),
    ).toEqual([21, 22, 23]);
    expect(seen).toEqual([undefined, undefined, undefined]);
    expect(world.store().dump('meta')).toContainEqual({ key: 'gen', val: 'gen-1' });
    expect(world.store().dump('meta')).toContainEqual({ key: 'urev', val: 5 });
  });
});

describe('a store that fails', () => {
  const lose = (what: string): void => {
    let left = 1;
    world.store().onCommit(({ tables }) => {
      const isMeant = tables.msgs?.put.some((row) => row.b?.['x'] === what) ?? false;
      return isMeant && left-- > 0 ? 'before' : undefined;
    });
  };
  const texts = (): unknown[] =>
    world
      .store()
      .dump('msgs')
      .map((row) => row.b?.['x']);

  it('C8: ends the connection, and the next sync brings what was not stored', async () => {
    world.server.post(7, 2, 'first');
    await live();
    lose('lost on the way to the disk');
    world.server.post(7, 2, 'lost on the way to the disk');
    await world.clock.settle();
    expect(phase()).not.toBe('live');
    await world.clock.advance(3_000);
    expect(texts()).toEqual(['first', 'lost on the way to the disk']);
    expect(world.network.accepted()).toBe(2);
  });

  it('C8: also where it was an event of mine, of which nothing else tells', async () => {
    await live();
    world.server.addChat(8, [1, 2]);
    let left = 1;
    world.store().onCommit(({ tables }) => {
      const isMeant = tables.chats?.put.some(({ c }) => Number(c) === 8) ?? false;
      return isMeant && left-- > 0 ? 'before' : undefined;
    });
    const event = { a: 0, u: 1, set: { chats: [world.server.snapshot(8, 1)] } };
    world.server.push(1, (socket) => socket.signal({ name: 'ue', data: event }));
    await world.clock.settle();
    expect(phase()).not.toBe('live');
    await world.clock.advance(3_000);
    expect(
      world
        .store()
        .dump('chats')
        .map(({ c }) => Number(c))
        .toSorted((a, b) => a - b),
    ).toEqual([7, 8]);
    expect(world.network.accepted()).toBe(2);
  });

  it('C8: what arrives behind the change that was lost does not cover the hole', async () => {
    world.server.post(7, 2, 'first');
    await live();
    lose('second');
    world.network.isHeld = true;
    world.server.post(7, 2, 'second');
    world.server.post(7, 2, 'third');
    world.network.isHeld = false;
    await world.network.flush();
    await world.clock.advance(5_000);
    expect(texts()).toEqual(['first', 'second', 'third']);
    expect(world.store().dump('chats')[0]).toMatchObject({ unread: 3, sync: { rev: 3, state: 'fresh' } });
  });
});

describe('refusals', () => {
  const refuse = (code: ErrorCode, times: number): void => {
    const accept = world.server.accept.bind(world.server);
    let left = times;
    world.server.accept = (socket: ServerSocket) => (left-- > 0 ? { ok: false, code } : accept(socket));
  };

  it.each(['REVOKED', 'PROTO'] as const)('C3: %s blocks until the person acts', async (code) => {
    refuse(code, 1);
    await world.clock.advance(60_000);
    expect(statuses().at(-1)).toMatchObject({ phase: 'blocked', blocked: code });
    world.tab().line.call({ t: 'wake' });
    await world.clock.advance(2_000);
    expect(phase()).toBe('live');
  });

  it('C3: UNAUTH once asks for a fresh token, twice blocks', async () => {
    refuse('UNAUTH', 1);
    await live();
    refuse('UNAUTH', 2);
    world.network.cut();
    await world.clock.advance(5_000);
    expect(statuses().at(-1)).toMatchObject({ phase: 'blocked', blocked: 'UNAUTH' });
  });

  it('C4: a kick of an older connection of ours is ignored, one by another is not', async () => {
    await live();
    const [socket] = sockets();
    socket?.signal({ name: 'kick', data: { code: 'ELSEWHERE', conn: socket.auth.conn } });
    await world.clock.advance(100);
    expect(phase()).toBe('live');
    socket?.signal({ name: 'kick', data: { code: 'REVOKED' } });
    await world.clock.advance(100);
    expect(phase()).toBe('blocked');
  });

  it('a higher epoch at the server ends this engine and lets the next one start above it', async () => {
    refuse('FENCED', 1);
    await world.clock.advance(1_000);
    const first = world.store().dump('leases')[0]?.epoch ?? 0;
    await world.clock.advance(10_000);
    expect(phase()).toBe('live');
    expect(world.store().dump('leases')[0]?.epoch).toBeGreaterThanOrEqual(first + 1_000);
  });
});

describe('a dead path', () => {
  it('C5: silence is noticed while the tab is visible, and the next connection carries on', async () => {
    await live();
    world.network.isHeld = true;
    await world.clock.advance(30_000);
    expect(
      statuses()
        .map((status) => status.phase)
        .slice(4),
    ).not.toEqual([]);
    world.network.isHeld = false;
    await world.network.flush();
    await world.clock.advance(20_000);
    expect(phase()).toBe('live');
  });

  it('C5: asks 8 s after the last answer, also where answers take a while', async () => {
    await live();
    const before = countOf('heartbeat');
    world.network.isHeld = true;
    for (let ms = 0; ms < 45_000; ms += 300) {
      await world.clock.advance(300);
      await world.network.flush();
    }
    expect(countOf('heartbeat') - before).toBe(5);
    expect(phase()).toBe('live');
  });

  it('C5: a hidden tab does not ask', async () => {
    await live();
    world.tab().line.call({ t: 'view', view: { tab: 'x', visible: false, focused: false, open: [], watch: [] } });
    await world.clock.advance(1_000);
    const before = countOf('heartbeat');
    await world.clock.advance(60_000);
    expect(countOf('heartbeat')).toBe(before);
  });

  it('C5: waking up asks at once, and a dead connection is replaced within seconds', async () => {
    await live();
    const before = countOf('heartbeat');
    world.tab().surroundings.change.emit('wake');
    await world.clock.advance(10);
    expect(countOf('heartbeat')).toBe(before + 1);
    world.network.isUp = false;
    world.tab().surroundings.change.emit('visible');
    await world.clock.advance(2_600);
    expect(phase()).not.toBe('live');
    world.network.isUp = true;
    world.tab().surroundings.change.emit('online');
    await world.clock.advance(3_000);
    expect(phase()).toBe('live');
  });

  it('C5: an answer that takes long makes the path suspicious', async () => {
    await live();
    world.tab().line.call({ t: 'view', view: { tab: 'x', visible: false, focused: false, open: [], watch: [] } });
    await world.clock.advance(1_000);
    world.network.isHeld = true;
    await world.tab().commands.sendMessage({ c: chat7, b: { x: 'into the void' } });
    await world.clock.advance(6_000);
    expect(phase()).not.toBe('live');
  });

  it('C2: a device that says it is offline still tries every 30 s', async () => {
    await live();
    world.tab().surroundings.isOnline = false;
    world.network.isUp = false;
    world.network.cut();
    await world.clock.advance(5_000);
    expect(phase()).toBe('offline');
    world.network.isUp = true;
    await world.clock.advance(31_000);
    expect(phase()).toBe('live');
  });
});

describe('a node that stops', () => {
  const nodes = ['https://n1.example', 'https://n2.example'];
  const goaway = (): void =>
    sockets()[0]?.signal({ name: 'goaway', data: { why: 'stopping', in: 2_000, spread: 500, eps: nodes } });

  it('C7: the device connects elsewhere first, and nobody sees a gap', async () => {
    await live();
    const [old] = sockets();
    const before = statuses().length;
    goaway();
    await world.clock.advance(1_000);
    expect(world.network.asked.at(-1)).toMatch(/^https:/);
    expect(world.network.accepted()).toBe(2);
    const open = sockets();
    expect(open).toHaveLength(1);
    expect(open[0]).not.toBe(old);
    expect(statuses().slice(before)).toEqual([]);
    world.server.post(7, 2, 'from the other node');
    await world.tab().commands.sendMessage({ c: chat7, b: { x: 'to the other node' } });
    await world.clock.advance(1_000);
    expect(
      world
        .store()
        .dump('msgs')
        .map((row) => row.b?.['x']),
    ).toEqual(['from the other node', 'to the other node']);
    expect(world.store().dump('outbox')).toEqual([]);
  });

  it('C7: what is under way on the old connection is sent again on the new one, once', async () => {
    await live();
    world.network.isHeld = true;
    await world.tab().commands.sendMessage({ c: chat7, b: { x: 'on the way' } });
    await world.clock.advance(50);
    while (world.server.rowsOf(7, 2).length === 0) await world.network.step(0);
    world.network.loseAnswers();
    world.network.isHeld = false;
    goaway();
    await world.clock.advance(5_000);
    expect(world.server.rowsOf(7, 2).map((row) => row.b?.['x'])).toEqual(['on the way']);
    expect(world.store().dump('outbox')).toEqual([]);
    expect(phase()).toBe('live');
  });

  it('C7: where no other node answers the device closes, and comes back by itself', async () => {
    await live();
    for (const node of nodes) world.network.dead.add(node);
    goaway();
    await world.clock.advance(700);
    expect(phase()).not.toBe('live');
    await world.clock.advance(10_000);
    expect(phase()).toBe('live');
    expect(world.network.asked.at(-1)).toBe('');
    expect(sockets()).toHaveLength(1);
  });

  it('C7: a single node says when it will be back, and the strip learns it', async () => {
    await live();
    sockets()[0]?.signal({ name: 'goaway', data: { why: 'stopping', in: 300, spread: 500, eps: [], back: 8_000 } });
    await world.clock.advance(1);
    world.network.isUp = false;
    await world.clock.advance(1_000);
    const told = statuses().at(-1);
    expect(told?.phase).not.toBe('live');
    expect((told?.backAt ?? 0) - world.clock.now()).toBeGreaterThan(6_000);
    world.network.isUp = true;
    await world.clock.advance(20_000);
    expect(statuses().at(-1)).not.toHaveProperty('backAt');
  });

  it('C9: addresses are tried one soon after the other, and the pause comes after a whole round', async () => {
    world.server.nodes = nodes;
    await live();
    world.network.isUp = false;
    world.network.cut();
    const from = world.network.asked.length;
    await world.clock.advance(900);
    const tried = world.network.asked.slice(from, from + 3);
    expect(new Set(tried)).toEqual(new Set([...nodes, '']));
    world.network.isUp = true;
    await world.clock.advance(5_000);
    expect(phase()).toBe('live');
  });
});

describe('the token', () => {
  it('is replaced before it ends', async () => {
    await live();
    await world.clock.advance(8 * 60_000);
    expect(countOf('auth.renew')).toBe(0);
    await world.clock.advance(90_000);
    expect(countOf('auth.renew')).toBe(1);
    await world.clock.advance(10 * 60_000);
    expect(countOf('auth.renew')).toBe(2);
    expect(world.network.accepted()).toBe(1);
  });
});

describe('waitBefore', () => {
  const common = { isVisible: true, isOnline: true, spreadMs: 500, endpoints: 1 };
  const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  it('C2: stays inside its bounds', () => {
    fc.assert(
      fc.property(unit, fc.nat(40), fc.boolean(), fc.nat(60_000), (draw, failures, isVisible, spreadMs) => {
        const random = (): number => draw;
        const failed = waitBefore({ ...common, end: { t: 'failed' }, failures, isVisible, random });
        expect(failed).toBeGreaterThanOrEqual(500);
        expect(failed).toBeLessThanOrEqual(isVisible ? 15_000 : 120_000);
        const closed = waitBefore({ ...common, spreadMs, end: { t: 'closed' }, failures: 0, isVisible, random });
        expect(closed).toBeGreaterThanOrEqual(isVisible ? 0 : spreadMs / 2);
        expect(closed).toBeLessThanOrEqual(isVisible ? 5_000 : spreadMs * 2);
        const silent = { ...common, spreadMs, end: { t: 'closed' as const, isSilent: true }, failures: 0, random };
        expect(waitBefore(silent)).toBeLessThanOrEqual(500);
        const told = waitBefore({ ...common, end: { t: 'failed', retryMs: 4_000 }, failures, random });
        expect(told).toBeGreaterThanOrEqual(4_000);
        expect(told).toBeLessThanOrEqual(5_200);
        expect(waitBefore({ ...common, end: { t: 'again' }, failures, random })).toBe(0);
      }),
    );
  });
});

/** The server's ends of the connections that are open. */
function sockets(): ServerSocket[] {
  const found: ServerSocket[] = [];
  world.server.push(1, (socket) => void found.push(socket));
  return found;
}
