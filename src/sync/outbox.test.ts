import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ack } from '#protocol/errors.ts';
import { toChatId, toCid, toOpId, toUserId } from '#protocol/casts.ts';
import type { RequestInput } from '#protocol/requests.ts';
import { chat7, engineWorld, type EngineWorld } from '#testing/engineWorld.ts';
import { sendEntry } from '#testing/localRows.ts';
import type { OutboxEntry } from './changes.ts';

let world: EngineWorld;
beforeEach(async () => {
  world = engineWorld(3);
  await world.clock.advance(3_000);
});
afterEach(() => world.stop());

const outbox = (): OutboxEntry[] => world.store().dump('outbox');
const send = (text: string) => world.tab().commands.sendMessage({ c: chat7, b: { x: text } });
const textsAt = (): unknown[] => world.server.rowsOf(7, 2).map((row) => row.b?.['x']);
const cached = (): unknown[] =>
  world
    .store()
    .dump('msgs')
    .map((row) => row.b?.['x']);
const sends = (): string[][] => requests.map((input) => input.items.map((item) => ('x' in item.b && item.b.x) || ''));
let requests: RequestInput<'message.send'>[] = [];
const record = (): void => {
  requests = [];
  world.server.intercept = (name, input) => {
    if (name === 'message.send') requests.push(input as RequestInput<'message.send'>);
    return undefined;
  };
};

describe('acks', () => {
  it('O6: a repeat does not lift the watermark over what others wrote between', async () => {
    const { server, network, clock } = world;
    server.post(7, 2, 'first');
    await clock.settle();
    // X is stored as 2, but nobody here learns of it.
    server.isMute = true;
    network.isHeld = true;
    await send('X');
    await clock.settle();
    await network.step(0);
    network.loseAnswers();
    await send('Y');
    server.post(7, 2, 'theirs');
    network.isHeld = false;
    network.cut();
    // The catch-up is held up, so that the acks of the repeat come first.
    server.intercept = (name) => (name === 'sync.delta' ? { ok: false, code: 'UNAVAILABLE' } : undefined);
    await clock.advance(2_000);
    expect(textsAt()).toEqual(['first', 'X', 'theirs', 'Y']);
    expect(world.store().dump('chats')[0]?.sync.rev).toBe(1);
    expect(outbox().map((entry) => [entry.state, entry.s])).toEqual([
      ['acked', 2],
      ['acked', 4],
    ]);
    server.intercept = undefined;
    await clock.advance(60_000);
    expect(cached()).toEqual(['first', 'X', 'theirs', 'Y']);
    expect(outbox()).toEqual([]);
  });

  it('O15: an acknowledged text of which nothing around is cached is fetched, and stays on screen until then', async () => {
    const { server, network, clock } = world;
    server.isMute = true;
    network.isHeld = true;
    await send('X');
    await clock.settle();
    await network.step(0);
    network.loseAnswers();
    server.post(7, 2, 'theirs');
    network.isHeld = false;
    network.cut();
    server.intercept = (name) => (name === 'history.get' ? { ok: false, code: 'UNAVAILABLE' } : undefined);
    await clock.advance(3_000);
    expect(outbox()).toMatchObject([{ state: 'acked', s: 1 }]);
    server.intercept = undefined;
    server.isMute = false;
    server.post(7, 2, 'and more');
    await clock.advance(5_000);
    expect(outbox()).toEqual([]);
    expect(cached()).toEqual(['X', 'theirs', 'and more']);
  });

  it('O8: one request in flight per lane, runs of at most twenty, in order', async () => {
    world.network.isUp = false;
    for (let index = 0; index < 45; index += 1) await send(`m${index}`);
    record();
    world.network.isUp = true;
    world.network.cut();
    await world.clock.advance(30_000);
    expect(sends().map((run) => run.length)).toEqual([20, 20, 5]);
    expect(textsAt()).toEqual(Array.from({ length: 45 }, (_, index) => `m${index}`));
  });

  it('O8: four lanes at once', async () => {
    const chats = [11, 12, 13, 14, 15, 16];
    for (const id of chats) world.server.addChat(id, [1, 2]);
    world.network.cut();
    await world.clock.advance(2_000);
    record();
    world.network.isHeld = true;
    for (const id of chats) await world.tab().commands.sendMessage({ c: toChatId(id), b: { x: `to ${id}` } });
    await world.clock.settle();
    expect(world.network.underWay()).toBe(4);
    while (requests.length < 4 && (await world.network.step(0))) await world.clock.settle();
    expect(requests.map((input) => input.c)).toEqual([11, 12, 13, 14]);
    world.network.isHeld = false;
    await world.network.flush();
    await world.clock.advance(2_000);
    expect(requests).toHaveLength(6);
    expect(outbox()).toEqual([]);
  });

  it('O7: marks an entry as tried before it leaves', async () => {
    world.network.isHeld = true;
    await send('a');
    await world.clock.settle();
    expect(outbox()).toMatchObject([{ tried: 1, state: 'queued' }]);
    await world.tab().commands.editMessage({ c: chat7, message: { cid: outbox()[0]?.i as never }, b: { x: 'b' } });
    world.network.isHeld = false;
    await world.network.flush();
    await world.clock.advance(2_000);
    expect(textsAt()).toEqual(['b']);
    expect(world.server.rowsOf(7, 2)[0]?.ed).toBeDefined();
  });

  it('O10: the same id with another text becomes an edit of what arrived', async () => {
    const first = await send('as it arrived');
    await world.clock.advance(1_000);
    // A copy of the outbox from before comes back, with a changed text.
    await world.store().commit((tx) =>
      tx.put('outbox', [
        {
          ...sendEntry(77, { at: world.clock.now() }),
          i: first,
          action: { t: 'send', c: chat7, cid: first, b: { x: 'as it should be' } },
        },
      ]),
    );
    world.tab().line.call({ t: 'poke' });
    await world.clock.advance(3_000);
    expect(textsAt()).toEqual(['as it should be']);
    expect(outbox()).toEqual([]);
  });

  it('O5: an edit shows its effect until the changed row is here', async () => {
    await send('a');
    await world.clock.advance(1_000);
    world.server.isMute = true;
    await world.tab().commands.editMessage({ c: chat7, message: { s: 1 }, b: { x: 'b' } });
    await world.clock.advance(2_000);
    expect(outbox()).toMatchObject([{ state: 'acked', r: 2, action: { t: 'edit' } }]);
    expect(cached()).toEqual(['a']);
    await world.heal();
    expect(cached()).toEqual(['b']);
    expect(outbox()).toEqual([]);
  });
});

describe('refusals', () => {
  const refuse = (code: string, more: object = {}, times = Infinity): void => {
    let left = times;
    world.server.intercept = (name) => {
      if (!name.startsWith('message.') || left <= 0) return undefined;
      left -= 1;
      return { ok: false, code, ...more } as never;
    };
  };

  it('O9: a retryable answer keeps the entry and counts the tries', async () => {
    refuse('UNAVAILABLE', {}, 2);
    await send('a');
    await world.clock.settle();
    expect(outbox()).toMatchObject([{ state: 'queued', tries: 1 }]);
    await world.clock.advance(10_000);
    expect(textsAt()).toEqual(['a']);
  });

  it('O9: what waits for something else is not looked at again and again while another lane rests', async () => {
    world.server.addChat(9, [1, 2]);
    world.network.cut();
    await world.clock.advance(10_000);
    world.server.intercept = (name) =>
      name === 'message.send' ? { ok: false, code: 'BUSY', retry: 30_000 } : undefined;
    const store = world.store();
    const { read } = store;
    let looks = 0;
    // A loop that never waits would never end: from some number on the store does not answer.
    store.read = ((...args: Parameters<typeof read>) => {
      looks += 1;
      return looks > 500 ? new Promise(() => undefined) : read(...args);
    }) as typeof read;
    await world.tab().commands.sendMessage({ c: toChatId(9), b: { x: 'rests' } });
    await world.clock.settle();
    await store.commit((tx) => {
      const action = { t: 'edit' as const, c: chat7, target: toCid('unknown'), b: { x: 'x' }, op: toOpId('op') };
      return tx.put('outbox', [{ ...sendEntry(70), i: 'op', lane: `c:${chat7}`, action, at: world.clock.now() }]);
    });
    await world.clock.advance(6_000);
    expect(looks).toBeLessThan(100);
  });

  it('O9: waits as long as the server says', async () => {
    refuse('RATE', { retry: 30_000 }, 1);
    await send('a');
    await world.clock.advance(29_000);
    expect(textsAt()).toEqual([]);
    await world.clock.advance(2_000);
    expect(textsAt()).toEqual(['a']);
  });

  it('O9: the person who presses "send now" does not wait as long as the server says', async () => {
    refuse('RATE', { retry: 30_000 }, 1);
    await send('a');
    await world.clock.advance(5_000);
    expect(textsAt()).toEqual([]);
    world.tab().line.call({ t: 'wake' });
    await world.clock.advance(1_000);
    expect(textsAt()).toEqual(['a']);
  });

  it('O9: a final refusal of a run is tried one by one, and only the bad one fails', async () => {
    world.network.isUp = false;
    for (const text of ['a', 'bad', 'c']) await send(text);
    world.server.intercept = (name, input) =>
      name === 'message.send' &&
      (input as RequestInput<'message.send'>).items.some((item) => 'x' in item.b && item.b.x === 'bad')
        ? { ok: false, code: 'TOO_LARGE' }
        : undefined;
    world.network.isUp = true;
    world.network.cut();
    await world.clock.advance(20_000);
    expect(textsAt()).toEqual(['a', 'c']);
    expect(outbox()).toMatchObject([{ state: 'failed', err: 'TOO_LARGE', action: { b: { x: 'bad' } } }]);
  });

  it('O9: NOT_MEMBER fails the whole lane', async () => {
    refuse('NOT_MEMBER');
    await send('a');
    await send('b');
    await world.clock.advance(1_000);
    expect(outbox().map((entry) => [entry.state, entry.err])).toEqual([
      ['failed', 'NOT_MEMBER'],
      ['failed', 'NOT_MEMBER'],
    ]);
  });

  it('O9: GONE drops an edit and a reaction, and tells of an unsend', async () => {
    await send('a');
    await world.clock.advance(1_000);
    refuse('GONE');
    await world.tab().commands.editMessage({ c: chat7, message: { s: 1 }, b: { x: 'b' } });
    await world.tab().commands.setReaction({ c: chat7, s: 1, e: 'a' });
    await world.clock.advance(1_000);
    expect(outbox()).toEqual([]);
    refuse('WINDOW');
    await world.tab().commands.unsendMessage({ c: chat7, message: { s: 1 } });
    await world.clock.advance(1_000);
    expect(outbox()).toMatchObject([{ state: 'failed', err: 'WINDOW' }]);
  });

  it('O19: the answer to a vote writes it into the message, unless the message has come as far by itself', async () => {
    world.server.post(7, 2, 'vote!');
    await world.clock.settle();
    const stored = () => world.store().dump('msgs')[0];
    const answer = (r: number) => {
      world.server.intercept = (name) => (name === 'message.vote' ? ({ ok: true, data: { r } } as never) : undefined);
    };
    answer(9);
    await world.tab().commands.setVote({ c: chat7, s: 1, o: [2] });
    await world.clock.advance(1_000);
    expect(stored()).toMatchObject({ s: 1, r: 1, mb: [2] });
    // The change itself is still to come: until then the vote stays laid over the message.
    expect(outbox()).toMatchObject([{ state: 'acked', r: 9, action: { t: 'vote', o: [2] } }]);
    answer(1);
    await world.tab().commands.setVote({ c: chat7, s: 1, o: [0] });
    await world.clock.advance(1_000);
    expect(stored()).toMatchObject({ s: 1, mb: [2] });
  });

  it('O19: a vote that came too late fails and is told of; about a message that is gone it is dropped', async () => {
    for (const [code, kept] of [
      ['WINDOW', 1],
      ['GONE', 1],
      ['NOT_FOUND', 1],
    ] as const) {
      refuse(code);
      await world.tab().commands.setVote({ c: chat7, s: 1, o: [0] });
      await world.clock.advance(1_000);
      expect(outbox().length, code).toBe(kept);
    }
    expect(outbox()).toMatchObject([{ state: 'failed', err: 'WINDOW', action: { t: 'vote' } }]);
  });

  it('O9: a refused setting falls back to what the server has', async () => {
    world.server.intercept = (name) => (name === 'chat.set' ? { ok: false, code: 'FORBIDDEN' } : undefined);
    await world.tab().commands.setChat({ c: chat7, set: { pin: 5 } });
    expect(world.store().dump('chats')[0]?.me.pin).toBe(5);
    await world.clock.advance(2_000);
    expect(outbox()).toEqual([]);
    expect(world.store().dump('chats')[0]?.me).not.toHaveProperty('pin');
  });

  it('O9: a relation that another device changed meanwhile is not mixed with the answer to a repeat', async () => {
    const card = { id: toUserId(2), name: 'Two', pv: 1 };
    const answers: Ack<never>[] = [
      { ok: false, code: 'UNAVAILABLE' },
      { ok: true, data: { u: 5, contact: { u: card.id, st: 1, urev: 5, card } } as never },
    ];
    world.server.intercept = (name) => (name === 'contact.set' ? answers.shift() : undefined);
    await world.tab().commands.setContact({ user: card.id, state: 1 });
    await world.clock.settle();
    // The first try was stored as 5, and another device of mine has changed the relation since.
    const set = { contacts: [{ u: card.id, st: 3, urev: 6, card }] };
    world.server.push(1, (socket) => socket.signal({ name: 'ue', data: { a: 0, u: 6, set } }));
    await world.clock.settle();
    expect(world.store().dump('contacts')).toMatchObject([{ st: 1, urev: 6 }]);
    let asked: unknown;
    world.server.intercept = (name, input) => {
      if (name === 'sync.open') asked = input;
      return name === 'contact.set' ? answers.shift() : undefined;
    };
    await world.clock.advance(5_000);
    expect(outbox()).toEqual([]);
    expect(world.store().dump('contacts')).toEqual([]);
    expect(asked).toMatchObject({ u: 0 });
  });

  it('O9: nor are the settings of a chat', async () => {
    const snapshot = world.server.snapshot(7, 1);
    const { me } = snapshot;
    const answers: Ack<never>[] = [
      { ok: false, code: 'UNAVAILABLE' },
      { ok: true, data: { me: { ...me, mv: me.mv + 1, pin: 5 } } as never },
    ];
    world.server.intercept = (name) => (name === 'chat.set' ? answers.shift() : undefined);
    await world.tab().commands.setChat({ c: chat7, set: { pin: 5 } });
    await world.clock.settle();
    const set = { chats: [{ ...snapshot, me: { ...me, mv: me.mv + 2, pin: 9 } }] };
    world.server.push(1, (socket) => socket.signal({ name: 'ue', data: { a: 0, u: 6, set } }));
    await world.clock.advance(5_000);
    expect(answers).toEqual([]);
    expect(outbox()).toEqual([]);
    // The server of this test knows of no pin, and it is what counts.
    expect(world.store().dump('chats')[0]?.me).toEqual(me);
  });

  it('refuses single items without stopping the others', async () => {
    world.server.intercept = (name, input) => {
      if (name !== 'message.send') return undefined;
      world.server.intercept = undefined;
      const [first] = (input as RequestInput<'message.send'>).items;
      return { ok: true, data: { items: [{ i: first?.i, code: 'MUTED' }] } };
    };
    await send('a');
    await send('b');
    await world.clock.advance(2_000);
    expect(textsAt()).toEqual(['b']);
    expect(outbox()).toMatchObject([{ state: 'failed', err: 'MUTED' }]);
  });
});

describe('waiting', () => {
  it('O11: a text older than a week waits for the person and holds up nobody', async () => {
    const week = 7 * 24 * 3_600_000;
    world.network.isUp = false;
    await send('old');
    world.clock.jump(week + 1_000);
    await send('new');
    world.network.isUp = true;
    world.network.cut();
    await world.clock.advance(20_000);
    expect(textsAt()).toEqual(['new']);
    expect(outbox()).toMatchObject([{ state: 'queued', old: 1 }]);
    await world.tab().commands.retryEntry(outbox()[0]?.id ?? 0);
    await world.clock.advance(2_000);
    expect(textsAt()).toEqual(['new', 'old']);
  });

  it('O14: finds an entry although nobody poked', async () => {
    await world.store().commit((tx) => tx.put('outbox', [sendEntry(5, { at: world.clock.now() })]));
    await world.clock.advance(5_500);
    expect(textsAt()).toEqual(['text 5']);
  });

  it('O4: a change of a message that is nowhere holds up nobody and does not spin', async () => {
    const action = { t: 'edit' as const, c: chat7, target: toCid('lost'), b: { x: 'b' }, op: toOpId('op') };
    await world
      .store()
      .commit((tx) => tx.put('outbox', [{ ...sendEntry(5, { at: world.clock.now() }), i: 'op', action }]));
    await send('a');
    await world.clock.advance(6_000);
    expect(textsAt()).toEqual(['a']);
    expect(outbox()).toMatchObject([{ i: 'op', state: 'queued' }]);
  });

  it('sends the same id again after a crash between sending and storing the answer', async () => {
    world.dieAtCommit(3, 'before');
    await send('a').catch(() => undefined);
    await world.clock.settle();
    await world.reviveIfDead();
    await world.heal();
    expect(textsAt()).toEqual(['a']);
    expect(outbox()).toEqual([]);
    expect(cached()).toEqual(['a']);
  });
});
