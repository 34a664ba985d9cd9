import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { toChatId, toOpId, toUserId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import type { RequestInput } from '#protocol/requests.ts';
import type { ServerSignal } from '#protocol/signals.ts';
import { chat7, engineWorld, freshRows, type EngineWorld } from '#testing/engineWorld.ts';
import { sendEntry } from '#testing/localRows.ts';
import type { LocalChat } from './changes.ts';

let world: EngineWorld;
beforeEach(async () => {
  world = engineWorld(9);
  for (let index = 1; index <= 8; index += 1) world.server.post(7, 2, `text ${index}`);
  await world.clock.advance(3_000);
});
afterEach(() => world.stop());

const chat = (): LocalChat => world.store().dump('chats')[0] as LocalChat;
const signal = async (one: ServerSignal): Promise<void> => {
  world.server.push(1, (socket) => socket.signal(one));
  await world.clock.settle();
};
const countOf = (name: string): number => world.server.calls.filter((call) => call === name).length;
const texts = (): unknown[] => freshRows(world.store()).map((row) => row.b?.['x']);
const metaOf = (key: string): unknown =>
  world
    .store()
    .dump('meta')
    .find((row) => row.key === key)?.val;

describe('signals', () => {
  it('N2: own changes move the position only where nothing is missing before them', async () => {
    const card = { id: toUserId(2), name: 'Two', pv: 1 };
    const contact = (urev: number, st: number) => ({ u: toUserId(2), st, urev, card });
    await signal({ name: 'ue', data: { a: 0, u: 3, set: { contacts: [contact(3, 1)] } } });
    expect(metaOf('urev')).toBe(3);
    const before = countOf('sync.open');
    await signal({ name: 'ue', data: { a: 5, u: 6, set: { contacts: [contact(6, 3)] } } });
    expect(metaOf('urev')).toBe(3);
    expect(world.store().dump('contacts')).toMatchObject([{ st: 3, urev: 6 }]);
    await world.clock.advance(1_500);
    expect(countOf('sync.open')).toBe(before + 1);
    await signal({ name: 'ue', data: { a: 0, u: 2, set: { contacts: [contact(2, 0)] } } });
    expect(world.store().dump('contacts')).toMatchObject([{ st: 3, urev: 6 }]);
    expect(world.store().dump('users')).toContainEqual(card);
  });

  it('N13: of several wishes for a whole sync the earliest counts', async () => {
    const before = countOf('sync.open');
    await signal({ name: 'resync', data: { scope: 'me', in: 600_000 } });
    await signal({ name: 'resync', data: { scope: 'all', in: 0 } });
    await world.clock.advance(1);
    expect(countOf('sync.open')).toBe(before + 1);
    await signal({ name: 'resync', data: { scope: 'me', in: 0 } });
    await world.clock.advance(1);
    expect(countOf('sync.open')).toBe(before + 2);
  });

  it('brings and takes chats', async () => {
    world.server.addChat(8, [1, 2]);
    await signal({ name: 'ue', data: { a: 0, u: 1, set: { chats: [world.server.snapshot(8, 1)] } } });
    expect(
      world
        .store()
        .dump('chats')
        .map((one) => one.c),
    ).toEqual([7, 8]);
    await signal({ name: 'ue', data: { a: 1, u: 2, set: { gone: [chat7] } } });
    expect(
      world
        .store()
        .dump('chats')
        .map((one) => one.c),
    ).toEqual([8]);
    expect(world.store().dump('msgs')).toEqual([]);
    expect(
      world
        .store()
        .dump('members')
        .filter((member) => member.c === chat7),
    ).toEqual([]);
  });

  it('N19: that I was out of a chat is no news where a sync has told of later changes', async () => {
    await signal({ name: 'ue', data: { a: 0, u: 5, set: {} } });
    await signal({ name: 'ue', data: { a: 3, u: 4, set: { gone: [chat7] } } });
    const chats = () => world.store().dump('chats');
    expect(chats().map(({ c }) => c)).toEqual([chat7]);
    await signal({ name: 'ue', data: { a: 5, u: 6, set: { gone: [chat7] } } });
    expect(chats()).toEqual([]);
  });

  it('N19: that I came into a chat is no news where a sync has told that I am out of it', async () => {
    const chats = () =>
      world
        .store()
        .dump('chats')
        .map(({ c }) => c);
    await signal({ name: 'ue', data: { a: 0, u: 5, set: { gone: [chat7] } } });
    await signal({ name: 'ue', data: { a: 2, u: 4, set: { chats: [world.server.snapshot(7, 1)] } } });
    expect(chats()).toEqual([]);
    await signal({ name: 'ue', data: { a: 5, u: 6, set: { chats: [world.server.snapshot(7, 1)] } } });
    expect(chats()).toEqual([chat7]);
  });

  it('N19: an old event still tells of a chat that is here', async () => {
    await signal({ name: 'ue', data: { a: 0, u: 5, set: {} } });
    const now = world.server.snapshot(7, 1);
    const rev = now.h.rev + 2;
    await signal({ name: 'ue', data: { a: 2, u: 4, set: { chats: [{ ...now, h: { ...now.h, rev } }] } } });
    expect(world.store().dump('chats')).toMatchObject([{ c: chat7, head: { rev } }]);
  });

  it('O5: what was acknowledged leaves with its chat, what was not stays for its person', async () => {
    const react = { t: 'react' as const, c: chat7, s: 2, e: '👍', op: toOpId('op-1') };
    const acked = sendEntry(1, { i: 'op-1', action: react, state: 'acked', r: 50 });
    await world.store().commit((tx) => tx.put('outbox', [acked, sendEntry(2, { state: 'failed' })]));
    await signal({ name: 'ue', data: { a: 0, u: 1, set: { gone: [chat7] } } });
    expect(world.store().dump('outbox')).toMatchObject([{ id: 2, state: 'failed' }]);
  });

  it('keeps what I changed and have not delivered laid over what arrives', async () => {
    world.server.intercept = (name) =>
      name.endsWith('.set') && name !== 'view.set' ? { ok: false, code: 'UNAVAILABLE' } : undefined;
    await world.tab().commands.setPref({ key: 'theme', val: '"dark"' });
    await world.tab().commands.setChat({ c: chat7, set: { pin: 9 } });
    const snapshot = world.server.snapshot(7, 1);
    const set = {
      prefs: [{ key: 'theme', val: '"light"', urev: 4 }],
      chats: [{ ...snapshot, me: { ...snapshot.me, mv: 5 } }],
    };
    await signal({ name: 'ue', data: { a: 0, u: 4, set } });
    expect(world.store().dump('prefs')).toEqual([{ key: 'theme', val: '"dark"', urev: 4 }]);
    expect(chat().me).toMatchObject({ mv: 5, pin: 9 });
  });

  it('moves the other person’s position forward only, and never takes mine for it', async () => {
    const read = (u: number, rs: number): ServerSignal => ({
      name: 'pr',
      data: { c: chat7, u: u as never, rs, at: 1 },
    });
    await signal(read(2, 5));
    await signal(read(2, 3));
    await signal(read(1, 8));
    expect(chat().me.prs).toBe(5);
  });

  it('announces what is never stored', async () => {
    const { events } = world.tab();
    events.length = 0;
    await signal({ name: 'typing', data: { c: chat7, us: [2 as never] } });
    await signal({ name: 'declined', data: { c: toChatId(8) } });
    await signal({ name: 'asked', data: {} });
    await signal({ name: 'rc', data: { c: chat7, v: 4, steps: [[1, 2]] } });
    await signal({ name: 'pres', data: [[toUserId(2), 1]] });
    expect(events.map((event) => event.t)).toEqual(['typing', 'declined', 'asked', 'receipts', 'presence']);
  });

  it('N15: catches up when a tick shows a rev that never arrived, and only then', async () => {
    const before = countOf('sync.delta');
    await signal({ name: 'tick', data: { t: 1, heads: [[chat7, world.server.headOf(7).rev]] } });
    await world.clock.advance(500);
    expect(countOf('sync.delta')).toBe(before);
    world.server.isMute = true;
    world.server.post(7, 2, 'lost');
    await signal({ name: 'tick', data: { t: 1, heads: [[chat7, world.server.headOf(7).rev]] } });
    await world.clock.advance(500);
    expect(texts().at(-1)).toBe('lost');
  });

  it('N15: a head that moved before its chat came on screen is fetched although nothing of the chat is cached', async () => {
    const c = world.server.addChat(9, [1, 2, 3], chatKind.community);
    world.network.cut();
    await world.clock.advance(10_000);
    world.server.isMute = true;
    world.server.post(9, 2, 'before it came on screen');
    world.tab().line.call({ t: 'view', view: { tab: 't', visible: true, focused: true, open: [c], watch: [] } });
    await world.clock.advance(1_000);
    const own = world
      .store()
      .dump('chats')
      .find((one) => one.c === c);
    expect(own).toMatchObject({ head: { rev: world.server.headOf(9).rev }, unread: 1 });
  });
});

describe('rows without content', () => {
  it('M6: are fetched, and leave the cache when they may not be seen', async () => {
    world.server.isMute = true;
    world.server.edit(7, 3, 'edited');
    world.server.edit(7, 4, 'hidden now');
    world.server.intercept = (name, input) => {
      if (name !== 'messages.get') return undefined;
      const { seqs } = input as RequestInput<'messages.get'>;
      const rows = world.server.rowsOf(7, 1).filter((row) => seqs.includes(row.s) && row.s !== 4);
      return { ok: true, data: { rows, rev: 10 } };
    };
    world.server.push(1, (socket) =>
      socket.delta([
        {
          c: chat7,
          a: 8,
          b: 10,
          head: world.server.headOf(7),
          touch: [
            [3, 9],
            [4, 10],
          ],
        },
      ]),
    );
    await world.clock.settle();
    expect(
      world
        .store()
        .dump('msgs')
        .filter((row) => row.need !== undefined)
        .map((row) => row.s),
    ).toEqual([3, 4]);
    await world.clock.advance(3_000);
    expect(
      world
        .store()
        .dump('msgs')
        .map((row) => row.s),
    ).toEqual([1, 2, 3, 5, 6, 7, 8]);
    expect(world.store().dump('msgs')[2]).toMatchObject({ b: { x: 'edited' } });
    expect(
      world
        .store()
        .dump('msgs')
        .some((row) => row.need !== undefined),
    ).toBe(false);
  });
});

describe('rows without content of a chat that I am said to be out of', () => {
  const rowOf = (s: number) =>
    world
      .store()
      .dump('msgs')
      .find((row) => row.s === s);

  /** Says so for as long as the test wishes; told of a change of message 3. */
  async function refuse(): Promise<{ isOut: boolean; asked: () => number }> {
    const state = { isOut: true, asked: () => countOf('messages.get') };
    world.server.isMute = true;
    world.server.edit(7, 3, 'edited');
    world.server.isMute = false;
    world.server.intercept = (name) =>
      name === 'messages.get' && state.isOut ? { ok: false, code: 'NOT_MEMBER' } : undefined;
    world.server.push(1, (socket) =>
      socket.delta([{ c: chat7, a: 8, b: 9, head: world.server.headOf(7), touch: [[3, 9]] }]),
    );
    await world.clock.advance(3_000);
    return state;
  }

  it('M6: wait, and are asked for again with my list: I may be back', async () => {
    const synced = countOf('sync.open');
    const state = await refuse();
    expect(state.asked()).toBeGreaterThan(0);
    expect(rowOf(3)).toMatchObject({ need: 9 });
    expect(countOf('sync.open')).toBe(synced + 1);
    state.isOut = false;
    world.network.cut();
    await world.clock.advance(10_000);
    expect(rowOf(3)).toMatchObject({ b: { x: 'edited' }, r: 9 });
    expect(rowOf(3)).not.toHaveProperty('need');
  });

  it('M6: a lost request is repeated', async () => {
    let isLost = true;
    world.server.isMute = true;
    world.server.edit(7, 3, 'edited');
    world.server.isMute = false;
    world.server.intercept = (name) => (name === 'messages.get' && isLost ? { ok: false, code: 'BUSY' } : undefined);
    const delta = { c: chat7, a: 8, b: 9, head: world.server.headOf(7), touch: [[3, 9]] satisfies [number, number][] };
    world.server.push(1, (socket) => socket.delta([delta]));
    await world.clock.advance(3_000);
    expect(rowOf(3)).toMatchObject({ need: 9 });
    isLost = false;
    await world.clock.advance(6_000);
    expect(rowOf(3)).toMatchObject({ b: { x: 'edited' }, r: 9 });
  });

  it('M6: do not ask without end', async () => {
    const synced = countOf('sync.open');
    const { asked } = await refuse();
    await world.clock.advance(60_000);
    expect(countOf('sync.open')).toBe(synced + 1);
    expect(asked()).toBeLessThan(4);
  });
});

describe('a chat that starts over', () => {
  it('U9: asks for my standing: what I wrote elsewhere may lie in the hole, and is not unread', async () => {
    const { server, clock } = world;
    const before = chat().unread;
    server.isMute = true;
    for (let index = 0; index < 3; index += 1) server.post(7, 1, 'written elsewhere');
    const newest = server.post(7, 2, 'newest');
    server.isMute = false;
    const start = { c: chat7, a: 8, b: 12, rows: [newest], head: server.headOf(7), reset: 1 as const };
    server.push(1, (socket) => socket.delta([start]));
    await clock.settle();
    expect(chat().sync).toMatchObject({ rev: 12, tailFrom: 12 });
    await clock.advance(1_500);
    expect(chat().unread).toBe(before + 1);
    const asked = countOf('sync.open');
    // The standing is known now: the same start again asks for nothing.
    server.push(1, (socket) => socket.delta([start]));
    await clock.advance(1_500);
    expect(countOf('sync.open')).toBe(asked);
  });
});

describe('a chat of which changes were lost before anything was cached', () => {
  it('U9: asks for my standing: what I wrote elsewhere may be among them, and is not unread', async () => {
    const { server, clock } = world;
    const c8 = server.addChat(8, [1, 2]);
    server.push(1, (socket) =>
      socket.signal({ name: 'ue', data: { a: 0, u: 1, set: { chats: [server.snapshot(8, 1)] } } }),
    );
    await clock.advance(3_000);
    const chat8 = (): LocalChat | undefined =>
      world
        .store()
        .dump('chats')
        .find(({ c }) => c === c8);
    server.isMute = true;
    for (let index = 0; index < 3; index += 1) server.post(8, 1, 'written elsewhere');
    server.isMute = false;
    const asked = countOf('sync.open');
    server.post(8, 2, 'newest');
    await clock.advance(1_500);
    expect(chat8()).toMatchObject({ unread: 1, sync: { state: 'fresh' } });
    expect(countOf('sync.open')).toBe(asked + 1);
    // The standing is known now: what follows asks for nothing.
    server.post(8, 2, 'one more');
    await clock.advance(1_500);
    expect(chat8()?.unread).toBe(2);
    expect(countOf('sync.open')).toBe(asked + 1);
  });
});

describe('a row that cannot be stored', () => {
  it('M9, I15: lies in the quarantine, and neither its neighbours nor the watermark wait for it', async () => {
    const { server, clock, store } = world;
    server.isMute = true;
    const broken = server.post(7, 2, 'broken');
    const sound = server.post(7, 2, 'sound');
    server.isMute = false;
    const rows = [{ ...broken, r: 0 }, sound];
    server.push(1, (socket) => socket.delta([{ c: chat7, a: 8, b: 10, rows, head: server.headOf(7) }]));
    await clock.settle();
    expect(store().dump('quarantine')).toMatchObject([{ c: chat7, what: 'row', row: { s: 9, r: 0 } }]);
    expect(chat().sync).toMatchObject({ rev: 10, state: 'fresh' });
    expect(texts().at(-1)).toBe('sound');
  });

  it('M9: the quarantine keeps the newest 200, of whatever chats, and a sound change does not look into it', async () => {
    const { server, clock, store } = world;
    server.isMute = true;
    server.addChat(8, [1, 2]);
    server.push(1, (socket) =>
      socket.signal({ name: 'ue', data: { a: 0, u: 1, set: { chats: [server.snapshot(8, 1)] } } }),
    );
    const tell = async (c: number, count: number): Promise<void> => {
      const from = server.headOf(c).rev;
      const rows = Array.from({ length: count }, () => ({ ...server.post(c, 2, 'broken'), r: 0 }));
      const delta = { c: toChatId(c), a: from, b: from + count, rows, head: server.headOf(c) };
      server.push(1, (socket) => socket.delta([delta]));
      await clock.settle();
    };
    const held = (): string[] =>
      store()
        .dump('quarantine')
        .map(({ c, row }) => `${c} ${(row as { s: number }).s}`);
    await tell(7, 150);
    await tell(8, 100);
    expect(held()).toHaveLength(200);
    expect([held()[0], held()[99], held()[100], held()[199]]).toEqual(['7 59', '7 158', '8 1', '8 100']);
    await tell(7, 450);
    expect(held()).toHaveLength(200);
    expect([held()[0], held()[199]]).toEqual(['7 409', '7 608']);
    expect(store().dump('chats')).toMatchObject([{ sync: { rev: 608, state: 'fresh' } }, { sync: { rev: 100 } }]);
    let writes: (string | undefined)[] = [];
    store().onCommit(({ tables }) => {
      writes = Object.keys(tables);
      return undefined;
    });
    server.isMute = false;
    server.post(7, 2, 'sound');
    await clock.settle();
    expect(writes).not.toContain('quarantine');
    expect(texts().at(-1)).toBe('sound');
  });
});

describe('people', () => {
  it('N4: cards of members and senders are fetched once, and again for a newer version', async () => {
    expect(
      world
        .store()
        .dump('users')
        .map((card) => card.id),
    ).toEqual([1, 2, 3]);
    const before = countOf('users.get');
    world.server.post(7, 2, 'again');
    await world.clock.advance(1_000);
    expect(countOf('users.get')).toBe(before);
    world.server.push(1, (socket) => {
      const rev = world.server.headOf(7).rev;
      const member = { u: 2 as never, st: 1, ro: 0, pv: 2, r: rev, jr: 0 };
      socket.delta([
        { c: chat7, a: rev - 1, b: rev + 1, head: { ...world.server.headOf(7), rev: rev + 1 }, mem: [member] },
      ]);
    });
    await world.clock.advance(1_000);
    expect(countOf('users.get')).toBe(before + 1);
  });
});

describe('people whom a lost request asked for', () => {
  it('N4: are asked for again after a moment, over the same connection', async () => {
    const asked = countOf('users.get');
    let isLost = true;
    world.server.intercept = (name) => (name === 'users.get' && isLost ? { ok: false, code: 'BUSY' } : undefined);
    world.tab().line.call({ t: 'users', ids: [toUserId(3)] });
    await world.clock.advance(1_000);
    expect(countOf('users.get')).toBe(asked + 1);
    isLost = false;
    await world.clock.advance(6_000);
    expect(countOf('users.get')).toBe(asked + 2);
    await world.clock.advance(60_000);
    expect(countOf('users.get')).toBe(asked + 2);
  });
});

describe('people of a server whose data was replaced', () => {
  it('N4: are fetched again, as everything else', async () => {
    const ids = (): unknown[] =>
      world
        .store()
        .dump('users')
        .map(({ id }) => id);
    world.server.gen = 'gen-2';
    world.network.cut();
    await world.clock.advance(10_000);
    expect(metaOf('gen')).toBe('gen-2');
    expect(ids()).toEqual([1, 2, 3]);
  });
});

describe('members of communities', () => {
  it('N14: who wrote is fetched by member id, once and again for a newer version, and never as an account', async () => {
    const c = world.server.addChat(9, [1, 2, 3], chatKind.community);
    world.server.post(9, 2, 'hello');
    world.network.cut();
    await world.clock.advance(10_000);
    world.tab().line.call({ t: 'view', view: { tab: 't', visible: true, focused: true, open: [c], watch: [] } });
    await world.clock.advance(1_000);
    const names = () =>
      world
        .store()
        .dump('members')
        .flatMap((member) => (member.c === c && member.nn ? [member.nn] : []));
    const users = countOf('users.get');
    world.server.post(9, 3, 'hi');
    await world.clock.advance(1_000);
    expect(names()).toContain('name 3');
    const before = countOf('members.list');
    world.server.post(9, 3, 'again');
    await world.clock.advance(1_000);
    expect(countOf('members.list')).toBe(before);
    world.server.push(1, (socket) => {
      const { rev, n } = world.server.headOf(9);
      const row = { ...world.server.post(9, 3, 'renamed'), pv: 2 };
      socket.delta([
        { c, a: rev, b: rev + 1, rows: [row], head: { ...world.server.headOf(9), rev: rev + 1, n: n + 1 } },
      ]);
    });
    await world.clock.advance(1_000);
    expect(countOf('users.get')).toBe(users);
  });

  describe('whose names are not there', () => {
    const c9 = toChatId(9);
    const names = () =>
      world
        .store()
        .dump('members')
        .flatMap(({ c, nn }) => (c === c9 && nn ? [nn] : []));
    const show = (open: boolean): void =>
      world.tab().line.call({
        t: 'view',
        view: { tab: 't', visible: true, focused: true, open: open ? [c9] : [], watch: [] },
      });
    beforeEach(async () => {
      world.server.addChat(9, [1, 2, 3], chatKind.community);
      world.network.cut();
      await world.clock.advance(10_000);
      show(true);
      await world.clock.advance(1_000);
    });

    it('N14: are asked for again when the request was lost', async () => {
      world.server.intercept = (name) => (name === 'members.list' ? { ok: false, code: 'UNAVAILABLE' } : undefined);
      world.server.post(9, 3, 'hi');
      await world.clock.advance(1_000);
      world.server.intercept = undefined;
      expect(names()).toEqual([]);
      await world.clock.advance(6_000);
      expect(names()).toEqual(['name 3']);
    });

    it('N14: are looked up in the cache when the chat comes on screen, because another engine may have stored its messages', async () => {
      world.server.intercept = (name) => (name === 'members.list' ? { ok: false, code: 'UNAVAILABLE' } : undefined);
      world.server.post(9, 3, 'hi');
      await world.clock.advance(1_000);
      world.server.intercept = undefined;
      await world.restart();
      await world.clock.advance(20_000);
      expect(names()).toEqual([]);
      show(true);
      await world.clock.advance(1_000);
      expect(names()).toEqual(['name 3']);
    });

    it('N14: come back with a community that one has left and joined again', async () => {
      world.server.post(9, 3, 'hi');
      await world.clock.advance(1_000);
      expect(names()).toEqual(['name 3']);
      await signal({ name: 'ue', data: { a: 0, u: 1, set: { gone: [c9] } } });
      expect(names()).toEqual([]);
      await signal({ name: 'ue', data: { a: 1, u: 2, set: { chats: [world.server.snapshot(9, 1)] } } });
      world.server.post(9, 3, 'you are back');
      await world.clock.advance(1_000);
      expect(names()).toEqual(['name 3']);
    });

    const leave = (): void =>
      world.server.push(1, (socket) => socket.signal({ name: 'ue', data: { a: 0, u: 1, set: { gone: [c9] } } }));
    it.each([
      { when: 'before', leaveBefore: leave, leaveMeanwhile: () => undefined },
      { when: 'while they were fetched', leaveBefore: () => undefined, leaveMeanwhile: leave },
    ])('N14: come back with a community that one has left $when, also without a new look at it', async (how) => {
      let isGone = false;
      world.server.intercept = (name) => {
        if (name === 'members.list' && !isGone) {
          isGone = true;
          how.leaveMeanwhile();
        }
        return name === 'view.set' ? { ok: false, code: 'INTERNAL' } : undefined;
      };
      world.server.post(9, 3, 'hi');
      await world.clock.advance(1_000);
      how.leaveBefore();
      await world.clock.settle();
      expect(names()).toEqual([]);
      await signal({ name: 'ue', data: { a: 1, u: 2, set: { chats: [world.server.snapshot(9, 1)] } } });
      world.server.post(9, 3, 'you are back');
      await world.clock.advance(1_000);
      expect(names()).toEqual(['name 3']);
    });
  });

  it('N14: how many are here is told with each tick', async () => {
    world.server.push(1, (socket) => {
      socket.signal({ name: 'tick', data: { t: 0, heads: [[chat7, world.server.headOf(7).rev]], on: 812 } });
    });
    await world.clock.advance(100);
    expect(world.tab().events).toContainEqual({ t: 'online', c: chat7, count: 812 });
  });
});

describe('replaced data', () => {
  it('C6: a new generation empties the caches and keeps what the person did', async () => {
    const { commands } = world.tab();
    world.network.isUp = false;
    world.network.cut();
    await commands.sendMessage({ c: chat7, b: { x: 'waiting' } });
    await commands.saveDraft({ c: chat7, text: 'half', at: undefined });
    await world.store().commit(async (tx) => {
      await tx.put('outbox', [sendEntry(70, { state: 'acked', tried: 1, s: 99, r: 99, at: world.clock.now() })]);
      await tx.put('meta', [{ key: 'deviceId', val: 'd' }]);
    });
    world.server.gen = 'gen-2';
    world.server.addChat(7, [1, 2]);
    world.server.post(7, 2, 'after the restore');
    world.network.isUp = true;
    await world.clock.advance(60_000);
    expect(metaOf('gen')).toBe('gen-2');
    expect(metaOf('deviceId')).toBe('d');
    expect(texts()).toEqual(['after the restore', 'waiting', 'text 70']);
    expect(world.store().dump('drafts')).toHaveLength(1);
    expect(world.store().dump('outbox')).toEqual([]);
  });

  it('C6: one chat that is ahead of the server starts anew', async () => {
    const head = { ...world.server.headOf(7), rev: 500 };
    await world
      .store()
      .commit((tx) => tx.put('chats', [{ ...chat(), head, sync: { ...chat().sync, rev: 400, state: 'behind' } }]));
    world.network.cut();
    await world.clock.advance(10_000);
    expect(chat().sync.rev).toBe(8);
    expect(chat().head.rev).toBe(8);
    expect(texts()).toHaveLength(8);
  });
});

describe('reads', () => {
  const wish = (call: object): void => world.tab().line.call({ t: 'history', id: 'h', c: chat7, ...call });
  const outcomes = (): unknown[] =>
    world.tab().events.flatMap((event) => (event.t === 'history' ? [event.outcome] : []));

  it('M14: an edit that arrives while the page is under way is not lost', async () => {
    await world.stop();
    world = engineWorld(10);
    for (let index = 1; index <= 90; index += 1) world.server.post(7, 2, `text ${index}`);
    await world.clock.advance(5_000);
    expect(chat().sync.tailFrom).toBe(61);
    // The page is answered as of now, held up on its way, and meanwhile two of its rows change.
    world.network.isHeld = true;
    wish({ before: 61 });
    await world.clock.settle();
    await world.network.step(0.99);
    world.server.edit(7, 40, 'edited meanwhile');
    world.server.react(7, 41, 1, 'a');
    await world.network.step(0);
    await world.network.step(0);
    await world.clock.settle();
    expect(chat().sync.rev).toBe(92);
    world.network.isHeld = false;
    await world.network.flush();
    await world.clock.advance(100);
    expect(chat().sync.tailFrom).toBe(11);
    const row = (s: number) =>
      world
        .store()
        .dump('msgs')
        .find((one) => one.s === s);
    expect(row(40)).toMatchObject({ b: { x: 'edited meanwhile' }, r: 91 });
    expect(row(41)).toMatchObject({ my: 'a', r: 92 });
    expect(outcomes()).toEqual([{ c: 7, id: 'h', ok: true }]);
  });

  it('says why a page did not come', async () => {
    world.network.isUp = false;
    world.network.cut();
    await world
      .store()
      .commit((tx) => tx.put('chats', [{ ...chat(), sync: { rev: 8, state: 'fresh', tailFrom: 5, ranges: [] } }]));
    wish({ before: 5 });
    await world.clock.settle();
    expect(outcomes()).toEqual([{ c: 7, id: 'h', ok: false, code: 'UNAVAILABLE' }]);
    world.tab().line.call({ t: 'history', id: 'x', c: toChatId(99), before: 5 });
    await world.clock.settle();
    expect(outcomes().at(-1)).toEqual({ c: 99, id: 'x', ok: false, code: 'NOT_MEMBER' });
  });

  it('makes stale spans of an open chat true again', async () => {
    world.server.isMute = true;
    world.server.edit(7, 2, 'edited');
    const ranges = [{ from: 1, to: 4, rev: 8 }];
    await world
      .store()
      .commit((tx) =>
        tx.put('chats', [
          { ...chat(), head: world.server.headOf(7), sync: { rev: 9, state: 'fresh', tailFrom: 6, ranges } },
        ]),
      );
    world.tab().line.call({ t: 'view', view: { tab: 'x', visible: true, focused: true, open: [chat7], watch: [] } });
    await world.clock.advance(2_000);
    expect(countOf('range.check')).toBe(1);
    expect(chat().sync.ranges).toEqual([{ from: 1, to: 4, rev: 9 }]);
    expect(texts()[1]).toBe('edited');
  });

  it('M12: a stale span below the floor, of which no answer tells, is not asked about in a loop', async () => {
    world.server.isMute = true;
    world.server.edit(7, 2, 'edited');
    world.server.intercept = (name) =>
      name === 'range.check' && countOf(name) > 20 ? { ok: false, code: 'INTERNAL' } : undefined;
    const me = { ...chat().me, fl: 5 };
    const sync = { rev: 9, state: 'fresh' as const, tailFrom: 6, ranges: [{ from: 1, to: 4, rev: 8 }] };
    await world.store().commit((tx) => tx.put('chats', [{ ...chat(), me, head: world.server.headOf(7), sync }]));
    world.tab().line.call({ t: 'view', view: { tab: 'x', visible: true, focused: true, open: [chat7], watch: [] } });
    await world.clock.advance(2_000);
    expect(countOf('range.check')).toBe(1);
    expect(chat().sync.ranges).toEqual([]);
  });

  it('M8: catches up over a reset without losing what was cached', async () => {
    world.network.isUp = false;
    world.network.cut();
    world.server.deltaMax = 10;
    for (let index = 9; index <= 60; index += 1) world.server.post(7, 2, `text ${index}`);
    world.server.unsend(7, 4);
    world.network.isUp = true;
    await world.clock.advance(20_000);
    expect(chat().sync).toMatchObject({ rev: 61, tailFrom: 51, ranges: [{ from: 1, to: 8, rev: 8 }] });
    const old = world
      .store()
      .dump('msgs')
      .filter((row) => row.s <= 8);
    expect(old).toHaveLength(8);
    expect(old[3]).toMatchObject({ b: {} });
    expect(chat().unread).toBe(60);
  });
});

describe('read marks', () => {
  it('U4: a mark that grew while it was under way is sent again', async () => {
    world.network.isHeld = true;
    await world.tab().commands.markRead({ c: chat7, s: 3 });
    await world.clock.settle();
    await world.tab().commands.markRead({ c: chat7, s: 6 });
    world.network.isHeld = false;
    await world.network.flush();
    await world.clock.settle();
    expect(world.store().dump('marks')).toEqual([{ c: 7, s: 6 }]);
    expect(chat().me.rs).toBe(6);
    await world.clock.advance(6_000);
    expect(world.store().dump('marks')).toEqual([]);
    expect(world.server.snapshot(7, 1).me.rs).toBe(6);
  });

  it('U4: sends more marks than one request takes, one request after the other', async () => {
    const chats = Array.from({ length: limits.readMarksMax + 5 }, (_, index) => toChatId(100 + index));
    for (const c of chats) {
      world.server.addChat(c, [1, 2]);
      world.server.post(c, 2, 'text');
    }
    // The chats come with the next connection.
    world.network.cut();
    await world.clock.advance(20_000);
    world.network.isUp = false;
    world.network.cut();
    for (const c of chats) await world.tab().commands.markRead({ c, s: 1 });
    expect(world.store().dump('marks')).toHaveLength(chats.length);
    world.network.isUp = true;
    await world.clock.advance(60_000);
    expect(world.store().dump('marks')).toEqual([]);
  });

  it('sends at most one request a second, with the last value', async () => {
    for (const s of [1, 2, 3, 4, 5]) await world.tab().commands.markRead({ c: chat7, s });
    await world.clock.advance(900);
    expect(countOf('read.mark')).toBe(1);
    await world.clock.advance(2_000);
    expect(countOf('read.mark')).toBeLessThanOrEqual(2);
    expect(world.server.snapshot(7, 1).me.rs).toBe(5);
  });
});

describe('the view', () => {
  const declared = (): RequestInput<'view.set'>[] => views;
  const views: RequestInput<'view.set'>[] = [];
  beforeEach(() => {
    views.length = 0;
    world.server.intercept = (name, input) => {
      if (name === 'view.set') views.push(input as RequestInput<'view.set'>);
      return undefined;
    };
  });

  it('N5: is the union of all tabs, at most five chats, the visible and latest first', async () => {
    const show = (tab: string, visible: boolean, open: number[]): void =>
      world.tab().line.call({
        t: 'view',
        view: { tab, visible, focused: visible, open: open.map(toChatId), watch: [toUserId(2)] },
      });
    show('a', false, [1, 2, 3]);
    show('b', true, [4, 5]);
    show('c', true, [6, 4]);
    await world.clock.advance(300);
    expect(declared()).toMatchObject([{ open: [6, 4, 5, 1, 2], pres: [2], vis: 1 }]);
    world.tab().line.call({ t: 'bye', tab: 'c' });
    world.tab().line.call({ t: 'bye', tab: 'b' });
    await world.clock.advance(300);
    expect(declared().at(-1)).toMatchObject({ open: [1, 2, 3], vis: 0 });
    expect(declared()[1]?.v).toBeGreaterThan(declared()[0]?.v ?? 0);
  });

  it('is declared again on a new connection', async () => {
    world.tab().line.call({ t: 'view', view: { tab: 'a', visible: true, focused: true, open: [chat7], watch: [] } });
    await world.clock.advance(300);
    world.network.cut();
    await world.clock.advance(3_000);
    expect(declared()).toHaveLength(2);
  });
});
