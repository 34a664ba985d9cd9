import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ActId } from '#protocol/entities/guardedAct.ts';
import type { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toCid, toMemberId } from '#protocol/casts.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import { InProcessBus } from '#server/live/inProcessBus.ts';
import type { Bus } from '#server/live/bus.ts';
import { chatClient, type ChatClient } from '#testing/chatClient.ts';
import { findBrokenInvariants } from '#testing/chatInvariants.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { createChatWorld, newOp, type ChatWorld, type ChatWorldOptions } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';
import { verifyDeltas } from '#testing/verifyDeltas.ts';
import { patienceMs } from '#testing/patience.ts';

type People = [ChatClient, ChatClient, ChatClient, ChatClient];

/** A world with four people who are connected. */
async function startIn(
  made: ChatWorld,
): Promise<{ world: ChatWorld; ids: [UserId, UserId, UserId, UserId]; people: People }> {
  const ids: UserId[] = [];
  for (const name of ['ana', 'ben', 'eva', 'dan']) ids.push(await made.person(name));
  const people = ids.map((id) => chatClient(made, id));
  for (const client of people) await client.open();
  return { world: made, ids: ids as [UserId, UserId, UserId, UserId], people: people as People };
}

async function group(client: ChatClient, users: UserId[], title = 'Group'): Promise<ChatId> {
  const { chat } = await client.ask('chat.create', { i: newOp(), kind: chatKind.group, title, users });
  return chat.h.c;
}
async function direct(client: ChatClient, user: UserId): Promise<ChatId> {
  const { chat } = await client.ask('chat.create', { i: newOp(), kind: chatKind.dm, users: [user] });
  return chat.h.c;
}

interface More {
  re?: number;
  rs?: number;
  at?: [number, number, UserId][];
  cid?: string;
}
const sendInput = (c: ChatId, x: string, more: More = {}): RequestInput<'message.send'> => ({
  c,
  items: [
    {
      i: toCid(more.cid ?? randomUUID()),
      k: 1,
      b: { x, ...(more.at ? { at: more.at.map(([start_, length, id]) => [start_, length, toMemberId(id)]) } : {}) },
      ...(more.re === undefined ? {} : { re: more.re }),
    },
  ],
  ...(more.rs === undefined ? {} : { rs: more.rs }),
});
async function send(client: ChatClient, c: ChatId, x: string, more: More = {}) {
  const { items } = await client.ask('message.send', sendInput(c, x, more));
  const [item] = items;
  if (!item || !('s' in item)) throw new Error(`refused: ${JSON.stringify(item)}`);
  return item;
}

/** Everything is delivered; every device shows what a new one reads; the stored rows keep the rules. */
async function settle(world: ChatWorld, clients: readonly ChatClient[]): Promise<void> {
  await world.wait(3_000);
  for (const { actual, expected } of await verifyDeltas(world, clients)) expect(actual).toEqual(expected);
  expect(await findBrokenInvariants(world, clients)).toEqual([]);
  expect(world.failures).toEqual([]);
}

const codeOf = (running: Promise<unknown>): Promise<string> =>
  running.then(
    () => 'ok',
    (error: AppError) => error.code,
  );

type MakeWorld = (options?: ChatWorldOptions) => Promise<ChatWorld>;

function defineChatSuite(make: MakeWorld): void {
  const start = async () => startIn(await make());

  describe('a group', () => {
    it('keeps every device equal to a fresh one through all kinds of changes', async () => {
      const { world, ids, people } = await start();
      const [ana, ben, eva, dan] = people;
      const c = await group(ana, [ids[1], ids[2]]);
      await world.wait(0);
      for (const client of [ana, ben, eva]) await client.loadAll(c);
      const first = await send(ana, c, 'hello @ben', { at: [[6, 4, ids[1]]] });
      expect(ben.chats.get(c)?.chat).toMatchObject({ unread: 1, mentions: 1 });
      await send(ben, c, 'answer', { re: first.s, rs: first.s });
      expect(ben.chats.get(c)?.chat).toMatchObject({ unread: 0, mentions: 0 });
      await eva.ask('message.react', { c, s: first.s, e: '👍', op: newOp() });
      await ana.ask('message.edit', { c, s: first.s, b: { x: 'hello all' }, op: newOp() });
      await eva.ask('message.react', { c, s: first.s, e: null, op: newOp() });
      await eva.ask('chat.meta', { c, title: 'New name', op: newOp() });
      await settle(world, people);
      await ana.ask('chat.invite', { c, users: [ids[3]], op: newOp() });
      await ana.ask('message.edit', { c, s: first.s, b: { x: 'older than dan' }, op: newOp() });
      await settle(world, people);
      expect(dan.seen.some(({ row }) => row.s === first.s)).toBe(false);
      await ana.ask('message.unsend', { c, s: first.s, op: newOp() });
      await ana.ask('chat.kick', { c, members: [toMemberId(ids[2])], op: newOp() });
      await send(ana, c, 'without eva');
      expect(eva.chats.has(c)).toBe(false);
      expect(eva.seen.some(({ row }) => row.b?.['x'] === 'without eva')).toBe(false);
      await ana.ask('chat.leave', { c, op: newOp() });
      await settle(world, people);
      const { items } = await ben.ask('members.list', { c, range: [0, 10] });
      expect(items.map(({ u, ro }) => [u, ro])).toEqual([
        [ids[1], 3],
        [ids[3], 0],
      ]);
      await world.close();
    });

    it('shows a newcomer nothing from before, by no way at all', async () => {
      const { world, ids, people } = await start();
      const [ana, ben, , dan] = people;
      const c = await group(ana, [ids[1]]);
      const old = await send(ana, c, 'secret');
      await ben.ask('message.react', { c, s: old.s, e: '👍', op: newOp() });
      await ana.ask('chat.invite', { c, users: [ids[3]], op: newOp() });
      await world.wait(0);
      expect(dan.chats.get(c)?.chat.head.l?.k).toBe(2);
      await ana.ask('message.edit', { c, s: old.s, b: { x: 'secret still' }, op: newOp() });
      await send(ana, c, 'an answer', { re: old.s });
      const pages = [
        await dan.ask('history.get', { c, before: 1_000, limit: 100 }),
        await dan.ask('history.get', { c, around: old.s, limit: 100 }),
        await dan.ask('messages.get', { c, seqs: [old.s] }),
        await dan.ask('range.check', { c, from: 0, to: 1_000, rev: 0 }),
        await dan.ask('sync.delta', { items: [{ c, since: 0 }] }),
      ];
      expect(JSON.stringify([pages, dan.packets])).not.toContain('secret');
      expect(await codeOf(dan.ask('message.versions', { c, s: old.s }))).toBe('NOT_FOUND');
      expect(await codeOf(dan.ask('message.react', { c, s: old.s, e: '👍', op: newOp() }))).toBe('NOT_FOUND');
      expect(await dan.ask('message.send', sendInput(c, 'x', { re: old.s }))).toMatchObject({
        items: [{ code: 'NOT_FOUND' }],
      });
      expect((await dan.ask('history.days', { c, from: 0, to: world.clock.now() })).days[0]?.[1]).toBeGreaterThan(
        old.s,
      );
      await settle(world, people);
      await world.close();
    });

    it('starts anew for somebody who comes back', async () => {
      const { world, ids, people } = await start();
      const [ana, ben] = people;
      const c = await group(ana, [ids[1]]);
      await send(ben, c, 'mine');
      await send(ana, c, 'hers');
      await ana.ask('chat.kick', { c, members: [toMemberId(ids[1])], op: newOp() });
      await send(ana, c, 'while away');
      await ana.ask('chat.invite', { c, users: [ids[1]], op: newOp() });
      await world.wait(0);
      expect(ben.chats.get(c)?.chat.unread).toBe(0);
      await send(ana, c, 'welcome back');
      // So much has happened in this second that changes are collected.
      await world.wait(200);
      expect(ben.chats.get(c)?.chat.unread).toBe(1);
      await ben.loadAll(c);
      const rows = [...(ben.chats.get(c)?.rows.values() ?? [])].toSorted((one, other) => one.s - other.s);
      expect(rows.map(({ b }) => b?.['x'] ?? b?.['ev'])).toEqual(['added', 'welcome back']);
      await settle(world, people);
      await world.close();
    });

    it('refuses what the rules of the house refuse', async () => {
      const { world, ids, people } = await start();
      const [ana, ben, eva] = people;
      const c = await group(ana, [ids[1], ids[2]]);
      expect(await codeOf(ben.ask('chat.kick', { c, members: [toMemberId(ids[2])], op: newOp() }))).toBe('FORBIDDEN');
      expect(await codeOf(ben.ask('chat.kick', { c, members: [toMemberId(ids[0])], op: newOp() }))).toBe('FORBIDDEN');
      expect(await codeOf(ana.ask('chat.kick', { c, members: [toMemberId(ids[3])], op: newOp() }))).toBe('NOT_FOUND');
      expect(await codeOf(ana.ask('chat.invite', { c, users: [999_999 as UserId], op: newOp() }))).toBe('NOT_FOUND');
      await eva.ask('contact.set' as never, { user: ids[3], state: 3, op: newOp() } as never);
      const dan = people[3];
      expect(
        await codeOf(dan.ask('chat.create', { i: newOp(), kind: chatKind.group, title: 'x', users: [ids[2]] })),
      ).toBe('BLOCKED');
      const dm = await direct(ana, ids[1]);
      expect(await codeOf(ana.ask('chat.leave', { c: dm, op: newOp() }))).toBe('FORBIDDEN');
      expect(await codeOf(ana.ask('chat.invite', { c: dm, users: [ids[2]], op: newOp() }))).toBe('FORBIDDEN');
      expect(await codeOf(ana.ask('chat.meta', { c: dm, title: 'x', op: newOp() }))).toBe('FORBIDDEN');
      expect(await codeOf(ana.ask('chat.create', { i: newOp(), kind: chatKind.dm, users: [ids[0]] }))).toBe(
        'FORBIDDEN',
      );
      const text = await send(ben, c, 'mine');
      expect(await codeOf(ana.ask('message.edit', { c, s: text.s, b: { x: 'not mine' }, op: newOp() }))).toBe(
        'FORBIDDEN',
      );
      await world.wait(25 * 3_600_000);
      expect(await codeOf(ben.ask('message.edit', { c, s: text.s, b: { x: 'late' }, op: newOp() }))).toBe('WINDOW');
      await world.close();
    });
  });

  describe('a 1:1 chat', () => {
    it('is one chat however often and by whomever it is opened, and shows up with its first message', async () => {
      const { world, ids, people } = await start();
      const [ana, ben] = people;
      const c = await direct(ana, ids[1]);
      expect(await direct(ben, ids[0])).toBe(c);
      await world.wait(0);
      expect(ben.chats.get(c)?.chat.me).toMatchObject({ peer: ids[0], hid: 1 });
      await send(ana, c, 'hi');
      expect(ben.chats.get(c)?.chat).toMatchObject({ unread: 1, head: { rev: 2, n: 1 } });
      await settle(world, people);
      await world.close();
    });

    it('hides from somebody what a blocked person writes, and hides that from the writer', async () => {
      const { world, ids, people } = await start();
      const [ana, ben] = people;
      const c = await direct(ana, ids[1]);
      await world.wait(0);
      for (const client of [ana, ben]) await client.loadAll(c);
      const before = await send(ana, c, 'before');
      await ben.ask('read.mark', { items: [[c, before.s]] });
      await ben.ask('contact.set' as never, { user: ids[0], state: 3, op: newOp() } as never);
      const hidden = await send(ana, c, 'hidden words');
      expect(hidden).toMatchObject({ s: before.s + 1, n: 2 });
      await ana.ask('message.edit', { c, s: hidden.s, b: { x: 'hidden words again' }, op: newOp() });
      await world.wait(2_000);
      expect(ana.chats.get(c)?.chat.head.l?.x).toBe('hidden words again');
      expect(ben.chats.get(c)?.chat).toMatchObject({ unread: 0, head: { l: { s: before.s } } });
      await ben.ask('read.mark', { items: [[c, hidden.s]] });
      await ben.loadAll(c);
      expect(JSON.stringify(ben.packets)).not.toContain('hidden words');
      const reads = () =>
        ana.packets.flatMap((packet) =>
          packet.t === 'signal' && packet.signal.name === 'pr' ? [packet.signal.data.rs] : [],
        );
      // The database is asked before it is told; how long that takes is the machine's affair.
      await vi.waitFor(() => expect(Math.max(...reads())).toBe(before.s), { timeout: patienceMs });
      await settle(world, [ana, ben]);
      await ben.ask('contact.set' as never, { user: ids[0], state: 1, op: newOp() } as never);
      await send(ana, c, 'seen again');
      await vi.waitFor(() => expect(ben.chats.get(c)?.chat.unread).toBe(1), { timeout: patienceMs });
      await settle(world, [ana, ben]);
      await world.close();
    });
  });

  describe('commands', () => {
    it('are done once: a repeat is answered alike and undoes nothing that came between', async () => {
      const { world, ids, people } = await start();
      const [ana, ben] = people;
      const c = await group(ana, [ids[1], ids[2]]);
      const { s } = await send(ana, c, 'text');
      const revOf = async () => (await ana.ask('history.get', { c, before: 1, limit: 1 })).rev;
      const twice = async <Name extends RequestName>(
        name: Name,
        input: RequestInput<Name>,
        between: () => Promise<unknown>,
      ) => {
        const first = await ana.ask(name, input);
        await between();
        const rev = await revOf();
        expect(await ana.ask(name, input)).toEqual(first);
        expect(await revOf()).toBe(rev);
      };
      const nothing = () => Promise.resolve();
      await twice('chat.kick', { c, members: [toMemberId(ids[1])], op: newOp() }, () =>
        ana.ask('chat.invite', { c, users: [ids[1]], op: newOp() }),
      );
      await twice('chat.invite', { c, users: [ids[3]], op: newOp() }, () =>
        ana.ask('chat.kick', { c, members: [toMemberId(ids[3])], op: newOp() }),
      );
      await twice('chat.meta', { c, title: 'one', op: newOp() }, () =>
        ben.ask('chat.meta', { c, title: 'two', op: newOp() }),
      );
      await twice('message.edit', { c, s, b: { x: 'one' }, op: newOp() }, () =>
        ana.ask('message.edit', { c, s, b: { x: 'two' }, op: newOp() }),
      );
      await twice('message.react', { c, s, e: '👍', op: newOp() }, () =>
        ana.ask('message.react', { c, s, e: '❤️', op: newOp() }),
      );
      await twice('chat.set', { c, pin: 5, op: newOp() }, () => ana.ask('chat.set', { c, pin: 0, op: newOp() }));
      await twice('message.unsend', { c, s, op: newOp() }, nothing);
      await twice('chat.leave', { c: await group(ana, [ids[1]]), op: newOp() }, nothing);
      await settle(world, people);
      await world.close();
    });

    it('keep the first values of a message, and tell another message under its id', async () => {
      const { world, ids, people } = await start();
      const [ana] = people;
      const c = await direct(ana, ids[1]);
      const cid = randomUUID();
      const first = await send(ana, c, 'text', { cid });
      await send(ana, c, 'more');
      await ana.ask('message.edit', { c, s: first.s, b: { x: 'edited' }, op: newOp() });
      expect(await send(ana, c, 'text', { cid })).toEqual({ ...first, dup: 1 });
      expect(await ana.ask('message.send', sendInput(c, 'edited', { cid }))).toMatchObject({
        items: [{ code: 'CID_MISMATCH' }],
      });
      await world.close();
    });

    it('answer strangers as they answer for chats that do not exist', async () => {
      const { world, ids, people } = await start();
      const [ana, , , dan] = people;
      const real = await group(ana, [ids[1]]);
      const { s } = await send(ana, real, 'secret');
      const requestsFor = (c: ChatId): [RequestName, unknown][] => {
        const op = newOp();
        const all: { [Name in RequestName]?: RequestInput<Name> } = {
          'act.decide': { c, id: randomUUID() as ActId, ok: false, op },
          'act.list': { c },
          'act.undo': { c, id: randomUUID() as ActId, op },
          'chat.ban': { c, member: toMemberId(ids[1]), ban: true, op },
          'chat.pin': { c, s, on: true, op },
          'chat.role': { c, member: toMemberId(ids[1]), role: 2, op },
          'chat.invite': { c, users: [ids[3]], op },
          'chat.kick': { c, members: [toMemberId(ids[1])], op },
          'chat.leave': { c, op },
          'chat.meta': { c, title: 'x', op },
          'chat.set': { c, pin: 1, op },
          'history.days': { c, from: 0, to: 1e13 },
          'history.get': { c, after: 0, limit: 10 },
          'members.list': { c, range: [0, 10] },
          'message.edit': { c, s, b: { x: 'x' }, op },
          'message.react': { c, s, e: '👍', op },
          'message.send': sendInput(c, 'x', { cid: '00000000-0000-7000-8000-000000000000' }),
          'message.unsend': { c, s, op },
          'message.versions': { c, s },
          'messages.get': { c, seqs: [s] },
          'range.check': { c, from: 0, to: 9, rev: 0 },
          'read.mark': { items: [[c, s]] },
          'sync.delta': { items: [{ c, since: 0 }] },
        };
        return (Object.keys(all) as RequestName[]).map((name) => [name, all[name]]);
      };
      const answers = async (c: ChatId) => {
        const list: [string, unknown][] = [];
        for (const [name, input] of requestsFor(c)) {
          const answer = await dan.ask(name, input as never).then(
            (output: unknown) => JSON.stringify(output as RequestOutput<RequestName>).replaceAll(String(c), 'C'),
            (error: AppError) => error.code,
          );
          list.push([name, answer]);
        }
        return list;
      };
      const forReal = await answers(real);
      expect(forReal).toEqual(await answers(4_503_599_627_370_497 as ChatId));
      for (const [, answer] of forReal) expect(answer).toMatch(/NOT_MEMBER|\{"items":\[\]\}/);
      expect((await ana.ask('history.get', { c: real, before: 99, limit: 9 })).rev).toBe(s);
      await world.close();
    });
  });

  describe('sync.open', () => {
    it('tells all chats in pages, nothing when nothing changed, and what is gone', async () => {
      const { world, ids, people } = await start();
      const [ana, ben] = people;
      const made: ChatId[] = [];
      for (let index = 0; index < 130; index += 1) made.push(await group(ana, [ids[1]], `G${index}`));
      const fresh = chatClient(world, ids[1]);
      await fresh.open();
      expect(fresh.chats.size).toBe(130);
      const have = [...fresh.chats.values()].map(({ chat }): [ChatId, number, number, number] => [
        chat.c,
        chat.haveRev,
        chat.me.rs,
        chat.me.mv,
      ]);
      const again = await fresh.ask('sync.open', { u: fresh.u, have });
      expect(again).toMatchObject({ heads: [], gone: [] });
      await send(ana, made[3] as ChatId, 'new');
      await ana.ask('chat.kick', { c: made[4] as ChatId, members: [toMemberId(ids[1])], op: newOp() });
      const later = await ben.ask('sync.open', { u: fresh.u, have });
      expect(later.heads.map(({ h, meta, mem }) => [h.c, meta, mem])).toEqual([[made[3], undefined, undefined]]);
      expect(later.gone).toEqual([made[4]]);
      const ahead = await ben.ask('sync.open', {
        u: 0,
        have: [[made[5] as ChatId, 99, 0, 0], ...have.filter(([c]) => c !== made[5])],
      });
      expect(ahead.heads.find(({ h }) => h.c === made[5])).toMatchObject({ meta: { title: 'G5' } });
      expect(await codeOf(ben.ask('sync.open', { u: 0, have: [], gen: 'another' }))).toBe('GEN');
      await world.close();
    });

    it('N21: joins rooms before it reads, and nobody who is removed meanwhile', async () => {
      const { world, ids, people } = await start();
      const [ana, ben] = people;
      const c = await group(ana, [ids[1]]);
      await world.wait(0);
      const [node] = world.nodes;
      const room = `c:${c}`;
      // A reading from before the removal must not bring him back.
      const mark = node!.live.beginSync();
      await ana.ask('chat.kick', { c, members: [toMemberId(ids[1])], op: newOp() });
      expect(node!.delivery.isIn(ben.connection, room)).toBe(false);
      const lost = await node!.live.enterRooms(
        ben.connection,
        [{ c, kind: chatKind.group, joinRev: 1, mid: toMemberId(ids[1]), isQuiet: false }],
        mark,
      );
      expect(lost).toEqual([c]);
      expect(node!.delivery.isIn(ben.connection, room)).toBe(false);
      // Nor may a reading from before a join throw him out.
      const early = node!.live.beginSync();
      await ana.ask('chat.invite', { c, users: [ids[1]], op: newOp() });
      expect(node!.delivery.isIn(ben.connection, room)).toBe(true);
      node!.live.finishSync(ben.connection, [], early);
      expect(node!.delivery.isIn(ben.connection, room)).toBe(true);
      await settle(world, people);
      await world.close();
    });
  });

  describe('history', () => {
    it('covers everything a person may see, without holes, in any direction and page size', async () => {
      const { world, ids, people } = await start();
      const [ana, ben] = people;
      const c = await group(ana, [ids[1]]);
      for (let index = 0; index < 12; index += 1) {
        const { s } = await send(ana, c, `m${index}`);
        if (index % 3 === 0) await ben.ask('message.react', { c, s, e: '👍', op: newOp() });
      }
      const all = (await ben.ask('history.get', { c, after: 0, limit: 100 })).rows.map(({ s }) => s);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 30 }), async (limit, seq) => {
          for (const input of [{ before: seq }, { after: seq }, { around: seq }]) {
            const page = await ben.ask('history.get', { c, ...input, limit });
            expect(page.rows.map(({ s }) => s)).toEqual(all.filter((s) => s >= page.from && s <= page.to));
            expect(page.rows.length).toBeLessThanOrEqual(limit);
            if (page.edge.start) expect(all.some((s) => s < page.from)).toBe(false);
            if (page.edge.end) expect(all.some((s) => s > page.to)).toBe(false);
          }
          const back: number[] = [];
          for (let before = 1_000; ;) {
            const page = await ben.ask('history.get', { c, before, limit });
            back.unshift(...page.rows.map(({ s }) => s));
            if (page.edge.start) break;
            before = page.from;
          }
          expect(back).toEqual(all);
        }),
        { numRuns: 25 },
      );
      await world.close();
    });
  });

  describe('two nodes', () => {
    /** A line that loses what the test wants lost. */
    const lossy = (bus: Bus, state: { isDown: boolean }): Bus => ({
      ...bus,
      publish: (message) => {
        if (!state.isDown) bus.publish(message);
      },
    });

    it('show the same to everybody, also when the line between them loses everything', async () => {
      const hub = new InProcessBus();
      const line = { isDown: false };
      const world = await make({ nodes: 2, buses: [lossy(hub.connect(), line), lossy(hub.connect(), line)] });
      for (const { live } of world.nodes) live.start();
      const { ids, people } = await startIn(world);
      const [ana] = people;
      const far = chatClient(world, ids[1], 1);
      await far.open();
      const c = await group(ana, [ids[1], ids[2]]);
      await world.wait(200);
      await far.loadAll(c);
      await send(ana, c, 'over the line');
      await world.wait(0);
      expect(far.chats.get(c)?.chat.head.l?.x).toBe('over the line');
      line.isDown = true;
      await far.ask('view.set', { v: 1, open: [c], pres: [], vis: 1 });
      await send(ana, c, 'lost');
      await ana.ask('chat.set', { c, pin: 1, op: newOp() });
      // A database in real time lets the sweeper's two seconds pass meanwhile.
      if (world.storage.dialect === 'sqlite') expect(far.chats.get(c)?.chat.head.l?.x).toBe('over the line');
      await world.wait(2_500);
      expect(far.chats.get(c)?.chat.head.l?.x).toBe('lost');
      // Far too much to tell one by one: the other node starts its viewers over.
      for (let batch = 0; batch < 27; batch += 1) {
        const items = Array.from({ length: 20 }, (_, index) => ({
          i: toCid(randomUUID()),
          k: 1 as const,
          b: { x: `${batch}-${index}` },
        }));
        await ana.ask('message.send', { c, items });
      }
      await far.ask('view.set', { v: 2, open: [], pres: [], vis: 1 });
      await ana.ask('chat.kick', { c, members: [toMemberId(ids[2])], op: newOp() });
      await world.wait(40_000);
      const isReset = far.packets.some((packet) => packet.t === 'delta' && packet.deltas.some(({ reset }) => reset));
      if (world.storage.dialect === 'sqlite') expect(isReset).toBe(true);
      await settle(world, [...people, far]);
      await world.close();
    });
  });
}

describe('chats on SQLite', () => defineChatSuite(createChatWorld));

describePostgres('chats on PostgreSQL', (getUrl) =>
  defineChatSuite((options) =>
    createChatWorld({ ...options, open: (now) => openPostgres(getUrl(), { now }), patienceMs: 15 }),
  ),
);
