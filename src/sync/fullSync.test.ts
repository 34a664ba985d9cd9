import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toChatId } from '#protocol/casts.ts';
import type { RequestInput } from '#protocol/requests.ts';
import { chat7, engineWorld, type EngineWorld } from '#testing/engineWorld.ts';
import type { LocalChat } from './changes.ts';

let world: EngineWorld;
beforeEach(async () => {
  world = engineWorld(21);
  world.server.post(7, 2, 'before the first sync');
  await world.clock.advance(3_000);
});
afterEach(() => world.stop());

const chat = (): LocalChat => world.store().dump('chats')[0] as LocalChat;

/** What the engine tells of itself from now on. */
function hearVectors(): RequestInput<'sync.open'>[] {
  const heard: RequestInput<'sync.open'>[] = [];
  world.server.intercept = (name, input) => {
    if (name === 'sync.open') heard.push(structuredClone(input) as RequestInput<'sync.open'>);
    return undefined;
  };
  return heard;
}

const reconnect = async (): Promise<void> => {
  world.network.cut();
  await world.clock.advance(10_000);
};

describe('a sync', () => {
  it('U7: tells the rev at which my standing came, and not the watermark, which goes on with live messages', async () => {
    const vectors = hearVectors();
    for (let index = 0; index < 3; index += 1) world.server.post(7, 2, `live ${index}`);
    await world.clock.advance(1_000);
    expect([chat().haveRev, chat().sync.rev, chat().head.rev]).toEqual([1, 4, 4]);
    await reconnect();
    expect(vectors.map(({ have }) => have)).toEqual([[[chat7, 1, 0, 1]]]);
    expect(chat().haveRev).toBe(4);
    await reconnect();
    expect(vectors.at(-1)?.have).toEqual([[chat7, 4, 0, 1]]);
  });

  it('U7: own messages and a head alone do not say that my standing was heard', async () => {
    const vectors = hearVectors();
    await world.tab().commands.sendMessage({ c: chat7, b: { x: 'mine' } });
    await world.clock.advance(1_000);
    world.server.isMute = true;
    world.server.post(7, 2, 'behind the digest');
    world.server.isMute = false;
    world.server.push(1, (socket) => socket.signal({ name: 'head', data: [world.server.headOf(7)] }));
    await world.clock.advance(1_000);
    expect([chat().haveRev, chat().head.rev]).toEqual([1, 3]);
    await reconnect();
    expect(vectors[0]?.have).toEqual([[chat7, 1, 0, 1]]);
    expect(chat()).toMatchObject({ haveRev: 3, unread: 2, me: { lo: 2, oa: 1 } });
  });

  it('N20: asks once more for a chat that it is told of as of one that is here, and does not count its own changes as heard before', async () => {
    const { server, store } = world;
    server.addChat(8, [1, 2]);
    const heard: RequestInput<'sync.open'>[] = [];
    server.intercept = (name, input) => {
      if (name !== 'sync.open') return undefined;
      heard.push(structuredClone(input) as RequestInput<'sync.open'>);
      const { meta, ...bare } = server.snapshot(8, 1);
      const heads = [heard.length === 1 ? bare : { ...bare, meta }];
      return { ok: true, data: { t: 1, gen: 'gen-1', u: 4, heads, gone: [], user: {} } };
    };
    await reconnect();
    expect(heard.map(({ u }) => u)).toEqual([0, 0]);
    expect(store().dump('meta')).toContainEqual({ key: 'urev', val: 4 });
    expect(
      store()
        .dump('chats')
        .map(({ c }) => Number(c)),
    ).toContain(8);
  });

  it('N20: asks once more when a chat came while it was asked: of one that went again before the answer the answer could not tell', async () => {
    const { server, store } = world;
    server.addChat(8, [1, 2]);
    const heard: RequestInput<'sync.open'>[] = [];
    server.intercept = (name, input) => {
      if (name !== 'sync.open') return undefined;
      const ask = structuredClone(input) as RequestInput<'sync.open'>;
      heard.push(ask);
      const came = server.snapshot(8, 1);
      if (heard.length === 1)
        server.push(1, (socket) => socket.signal({ name: 'ue', data: { a: 0, u: 1, set: { chats: [came] } } }));
      const gone = ask.have.flatMap(([c]) => (c === came.h.c ? [c] : []));
      return { ok: true, data: { t: 1, gen: 'gen-1', u: 2, heads: [], gone, user: {} } };
    };
    server.push(1, (socket) => socket.signal({ name: 'resync', data: { scope: 'all', in: 0 } }));
    await world.clock.advance(10_000);
    expect(heard.map(({ u, have }) => [u, have.map(([c]) => Number(c))])).toEqual([
      [0, [7]],
      [1, [7, 8]],
    ]);
    expect(store().dump('meta')).toContainEqual({ key: 'urev', val: 2 });
    expect(
      store()
        .dump('chats')
        .map(({ c }) => Number(c)),
    ).toEqual([7]);
  });

  it('N20: does not ask for ever', async () => {
    const { server } = world;
    server.addChat(8, [1, 2]);
    let asked = 0;
    server.intercept = (name) => {
      if (name !== 'sync.open') return undefined;
      asked += 1;
      const { meta: _meta, ...bare } = server.snapshot(8, 1);
      return { ok: true, data: { t: 1, gen: 'gen-1', u: 4, heads: [bare], gone: [], user: {} } };
    };
    await reconnect();
    expect(asked).toBe(4);
    const phases = world.tab().events.flatMap((event) => (event.t === 'status' ? [event.status.phase] : []));
    expect(phases.at(-1)).toBe('live');
  });

  it('N11: the next page is asked for before the one that has come is stored, and stored behind it', async () => {
    const { server, store } = world;
    for (const id of [21, 22, 23]) server.addChat(id, [1, 2]);
    const trace: string[] = [];
    server.intercept = (name, input) => {
      if (name !== 'sync.open') return undefined;
      const page = (input as { page?: number }).page ?? 0;
      trace.push(`asked ${page}`);
      const next = page < 2 ? { next: page + 1 } : {};
      const heads = [server.snapshot(21 + page, 1)];
      return { ok: true, data: { t: 1, gen: 'gen-1', u: 0, heads, gone: [], user: {}, ...next } };
    };
    store().onCommit(({ tables }) => {
      const added = tables.chats?.put.map(({ c }) => c).filter((c) => c !== chat7) ?? [];
      if (added.length > 0) trace.push(`stored ${added.join()}`);
      return undefined;
    });
    await reconnect();
    const upTo = trace.slice(0, 6);
    expect(upTo.filter((line) => line.startsWith('stored'))).toEqual(['stored 21', 'stored 22', 'stored 23']);
    for (const page of [1, 2]) {
      expect(upTo.indexOf(`asked ${page}`)).toBeLessThan(upTo.indexOf(`stored ${toChatId(20 + page)}`));
    }
  });
});
