import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import type { RoomNews } from '#protocol/entities/chat.ts';
import type { ActId } from '#protocol/entities/guardedAct.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import type { ServerSignalData } from '#protocol/signals.ts';
import { endThreads } from '#server/jobs/endThreads.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { applySnapshot } from '#sync/merge/applySnapshot.ts';
import { findBrokenInvariants } from '#testing/chatInvariants.ts';
import { chatClient, type ChatClient } from '#testing/chatClient.ts';
import { codeOf, connectPeople, perform, say, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

const dayMs = 24 * 3_600_000;
let make: () => Promise<ChatWorld>;
let world: ChatWorld;
afterEach(() => world.close());

/** A community of these people; the first one founds it. */
async function start(...names: string[]): Promise<{ c: ChatId; people: ChatPerson[] }> {
  world = await make();
  const people = await connectPeople(world, names);
  const [owner, ...others] = people as [ChatPerson, ...ChatPerson[]];
  const made = { op: newOp(), title: 'Film Pelan', nn: 'Owner', set: { join: joinMode.open } };
  const { chat } = await perform(owner, 'community.create', made);
  const { c } = chat.h;
  for (const [at, person] of others.entries()) await enter(person, c, `Member ${at}`);
  return { c, people };
}
const enter = (person: ChatPerson, c: ChatId, nn: string) => perform(person, 'community.join', { c, nn, op: newOp() });
const makeRoom = async (person: ChatPerson, c: ChatId, title = 'Lenses', more: { ro?: 1 } = {}): Promise<ChatId> =>
  (await perform(person, 'room.create', { c, title, op: newOp(), ...more })).room;
const midOf = ({ client }: ChatPerson, c: ChatId): MemberId => client.chats.get(c)?.chat.me.mid as MemberId;
const sendCode = async ({ client }: ChatPerson, c: ChatId, x = 'x'): Promise<string> => {
  const { items } = await client.ask('message.send', { c, items: [{ i: toCid(randomUUID()), k: 1, b: { x } }] });
  return items[0] && 'code' in items[0] ? items[0].code : 'ok';
};
const textsOf = async ({ client }: ChatPerson, c: ChatId): Promise<unknown[]> =>
  (await client.ask('history.get', { c, before: Number.MAX_SAFE_INTEGER, limit: 50 })).rows.map(
    ({ b }) => b?.['x'] ?? b?.['ev'],
  );
/** The community as a device that has nothing hears of it. */
const snapshotOf = async ({ client }: ChatPerson, c: ChatId) =>
  (await client.ask('sync.open', { u: 0, have: [] })).heads.find(({ h }) => h.c === c);
/** My standing in a room: position, own messages behind it, mentions. */
async function seatOf(person: ChatPerson, c: ChatId, room: ChatId) {
  const seats = (await snapshotOf(person, c))?.seats ?? [];
  const me = seats.find(([id]) => id === room)?.[1];
  return me && { rs: me.rs, rn: me.rn, oa: me.oa, um: me.um };
}
/** Makes a device hold a room whole, as an engine does. */
async function holdRoom(client: ChatClient, c: ChatId, room: ChatId): Promise<void> {
  const { items } = await client.ask('sync.delta', { items: [{ c: room, since: 0 }] });
  const [answer] = items;
  const me = (await client.ask('sync.open', { u: 0, have: [] })).heads
    .find(({ h }) => h.c === c)
    ?.seats?.find(([id]) => id === room)?.[1];
  if (!answer || !('delta' in answer) || !me) throw new Error('no such room');
  const meta = { kind: chatKind.community, parent: c, cap: 9, receipts: 0, created: 0, r: 0 };
  const state = applySnapshot(undefined, { h: answer.delta.head, me, meta });
  if (state) client.chats.set(room, state);
  await client.loadAll(room);
}
const signalsOf = ({ client }: ChatPerson, name: string) =>
  client.packets.flatMap((packet) =>
    packet.t === 'signal' && packet.signal.name === name ? [packet.signal.data] : [],
  );
const makeYoung = writeUnit((tx, { c, s }: { c: ChatId; s: number }) =>
  tx.sql('UPDATE messages SET created_at = ? WHERE chat_id = ? AND seq = ?', [tx.now, c, s]),
);
const deltasOf = ({ client }: ChatPerson, c: ChatId) =>
  client.packets.flatMap((packet) => (packet.t === 'delta' ? packet.deltas.filter((delta) => delta.c === c) : []));

function defineSuite(makeWorld: () => Promise<ChatWorld>): void {
  beforeAll(() => {
    make = makeWorld;
  });

  it('are made, changed, ordered and closed by who has the right, once per op', async () => {
    const { c, people } = await start('ana', 'ben', 'eve');
    const [ana, ben] = people as [ChatPerson, ChatPerson];
    expect(await codeOf(ben.client.ask('room.create', { c, title: 'Mine', op: newOp() }))).toBe('FORBIDDEN');
    const op = newOp();
    const made = await perform(ana, 'room.create', { c, title: ' News ', about: 'From us', ro: 1, op });
    expect(await perform(ana, 'room.create', { c, title: ' News ', about: 'From us', ro: 1, op })).toEqual(made);
    const lenses = await makeRoom(ana, c);
    const list = async () => (await snapshotOf(ben, c))?.meta?.rooms;
    expect(await list()).toEqual([
      { c: made.room, title: 'News', about: 'From us', ro: 1 },
      { c: lenses, title: 'Lenses' },
    ]);
    const change = { c, room: lenses, title: 'Glass', about: 'Old and new', at: 0 };
    expect(await codeOf(ben.client.ask('room.update', { ...change, op: newOp() }))).toBe('FORBIDDEN');
    expect(await codeOf(ana.client.ask('room.update', { c, room: lenses, op: newOp() }))).toBe('BAD');
    expect(await codeOf(ana.client.ask('room.update', { ...change, room: c, op: newOp() }))).toBe('NOT_FOUND');
    const { r } = await perform(ana, 'room.update', { ...change, op: newOp() });
    // The same again changes nothing.
    expect(await perform(ana, 'room.update', { ...change, op: newOp() })).toEqual({ r });
    await perform(ana, 'room.update', { c, room: made.room, about: '', ro: false, op: newOp() });
    expect(await list()).toEqual([
      { c: lenses, title: 'Glass', about: 'Old and new' },
      { c: made.room, title: 'News' },
    ]);
    await say(ben, lenses, 'hello');
    expect(await codeOf(ben.client.ask('room.close', { c, room: lenses, op: newOp() }))).toBe('FORBIDDEN');
    await perform(ana, 'room.close', { c, room: lenses, op: newOp() });
    expect(await list()).toEqual([{ c: made.room, title: 'News' }]);
    for (const person of [ana, ben]) {
      expect(await sendCode(person, lenses)).toBe('NOT_MEMBER');
      expect(await codeOf(textsOf(person, lenses))).toBe('NOT_MEMBER');
    }
    expect(await codeOf(ana.client.ask('room.close', { c, room: lenses, op: newOp() }))).toBe('NOT_FOUND');
    // Who does not show the community hears of its list, and where rooms stand.
    await world.wait(4_000);
    expect(signalsOf(ben, 'rooms').at(-1)).toMatchObject({ c, meta: { rooms: [{ title: 'News' }] } });
    // And of its other changes, which no head tells.
    await perform(ana, 'chat.settings', { c, set: { slow: 30 }, op: newOp() });
    await world.wait(20_000);
    expect(signalsOf(ben, 'rooms').at(-1)).toMatchObject({ c, meta: { set: { slow: 30 } } });
    expect(world.failures).toEqual([]);
  });

  it('are at most fifty, also when many are made at once', async () => {
    const { c, people } = await start('ana');
    const [ana] = people as [ChatPerson];
    const tries = Array.from({ length: limits.roomsMax + 6 }, (_, at) =>
      codeOf(world.begin(ana.id, 'room.create', { c, title: `Room ${at}`, op: newOp() })),
    );
    await world.drive(tries);
    const codes = await Promise.all(tries);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(limits.roomsMax);
    expect(codes.filter((code) => code === 'FULL')).toHaveLength(6);
    expect((await snapshotOf(ana, c))?.rooms).toHaveLength(limits.roomsMax);
  });

  it('take messages, edits, reactions, pins, days and members as any chat, with the standing of the community', async () => {
    const { c, people } = await start('ana', 'ben');
    const [ana, ben] = people as [ChatPerson, ChatPerson];
    const room = await makeRoom(ana, c);
    await ben.client.show([room]);
    const s = await say(ana, room, 'first');
    await perform(ana, 'message.edit', { c: room, s, b: { x: 'first, mended' }, op: newOp() });
    await perform(ben, 'message.react', { c: room, s, e: '👍', op: newOp() });
    const gone = await say(ben, room, 'oops');
    await perform(ben, 'message.unsend', { c: room, s: gone, op: newOp() });
    await perform(ana, 'chat.pin', { c: room, s, on: true, op: newOp() });
    expect(await codeOf(ben.client.ask('chat.pin', { c: room, s, on: true, op: newOp() }))).toBe('FORBIDDEN');
    expect(await textsOf(ben, room)).toEqual(['room', 'first, mended', undefined, 'pinned']);
    const rows = deltasOf(ben, room).flatMap(({ rows: list = [], rx = [] }) => [
      ...list.map((row) => row.b?.['x']),
      ...rx.map(([at]) => at),
    ]);
    expect(rows).toEqual(expect.arrayContaining(['first', 'first, mended', s]));
    expect(deltasOf(ben, room).at(-1)?.meta?.pins).toHaveLength(1);
    const { items } = await ben.client.ask('members.list', { c: room, range: [0, 10] });
    expect(items.map(({ nn }) => nn)).toEqual(['Owner', 'Member 0']);
    const now = world.clock.now();
    const days = await ben.client.ask('history.days', { c: room, from: now - dayMs, to: now + dayMs });
    expect(days.days).toHaveLength(1);
    const versions = await ben.client.ask('message.versions', { c: room, s });
    expect(versions.items).toHaveLength(1);
    expect((await ben.client.ask('messages.get', { c: room, seqs: [s] })).rows).toHaveLength(1);
    const { items: deltas } = await ben.client.ask('sync.delta', { items: [{ c: room, since: 0 }] });
    expect(deltas).toMatchObject([{ delta: { b: 7, rows: [{ s: 1 }, { s }, { s: gone }, {}] } }]);
    expect(world.failures).toEqual([]);
  });

  it('tell who does not look at them where they stand after every change of a message, and nothing of one in a thread', async () => {
    const { c, people } = await start('ana', 'ben', 'eve');
    const [ana, ben, eve] = people as [ChatPerson, ChatPerson, ChatPerson];
    const room = await makeRoom(ana, c);
    const s = await say(ana, room, 'first');
    const poll = { i: toCid(randomUUID()), k: messageKind.poll, b: { x: 'Which?', o: ['one', 'two'] } };
    const { items } = await perform(ana, 'message.send', { c: room, items: [poll] });
    const asked = items[0] && 's' in items[0] ? items[0].s : 0;
    const [node] = world.nodes;
    if (!node) throw new Error('no node');
    const at = { c: room, s };
    // What was told of these two may come in one piece or in two.
    await world.wait(4_000);
    let thread = room;
    const acts: (() => Promise<unknown>)[] = [
      () => perform(ana, 'message.edit', { ...at, b: { x: 'mended' }, op: newOp() }),
      () => perform(ben, 'message.react', { ...at, e: '👍', op: newOp() }),
      () => perform(ben, 'message.vote', { c: room, s: asked, o: [0], op: newOp() }),
      async () => void (thread = (await perform(ben, 'thread.start', { ...at, op: newOp() })).thread.c),
      async () => perform(ben, 'message.react', { c: thread, s: await say(ben, thread, 'so'), e: '👍', op: newOp() }),
      async () => {
        await world.wait(limits.threadIdleMs);
        await world.drive([endThreads(world.storage, node.live)]);
      },
      () => perform(ana, 'message.unsend', { c: room, s: asked, op: newOp() }),
    ];
    const told: RoomNews[][] = [];
    for (const act of acts) {
      const before = signalsOf(eve, 'rooms').length;
      await act();
      await world.wait(4_000);
      const signals = signalsOf(eve, 'rooms').slice(before) as ServerSignalData<'rooms'>[];
      told.push(signals.flatMap(({ news = [] }) => news));
    }
    const rev = (r: number) => [[room, r, 2, expect.any(Number)]];
    expect(told).toEqual([rev(4), rev(5), rev(6), rev(7), [], rev(8), rev(9)]);
    expect(world.failures).toEqual([]);
  });

  it('count from the first look or the first message, as read up to then', async () => {
    const { c, people } = await start('ana', 'ben', 'eve');
    const [ana, ben, eve] = people as [ChatPerson, ChatPerson, ChatPerson];
    const room = await makeRoom(ana, c);
    await say(ana, room, 'one');
    await world.wait(1_000);
    // Nobody but the writer has a place in the room yet.
    expect(await seatOf(ben, c, room)).toBeUndefined();
    expect(await seatOf(ana, c, room)).toEqual({ rs: 1, rn: 0, oa: 1, um: 0 });
    await ben.client.show([room]);
    await ben.client.show([]);
    expect(await seatOf(ben, c, room)).toEqual({ rs: 2, rn: 1, oa: 0, um: 0 });
    await say(ana, room, 'two');
    await say(ben, room, 'mine');
    await ben.client.show([room]);
    // A second look makes nothing anew.
    expect(await seatOf(ben, c, room)).toEqual({ rs: 2, rn: 1, oa: 1, um: 0 });
    expect((await snapshotOf(ben, c))?.rooms).toEqual([[room, 4, 3, expect.any(Number)]]);
    const { items } = await perform(ben, 'read.mark', { items: [[room, 4]] });
    expect(items).toMatchObject([[room, 4, 3, 0, 4, 0, 4]]);
    // Who is named hears of it without a look.
    const at: [number, number, MemberId] = [0, 4, midOf(eve, c)];
    const item = { i: toCid(randomUUID()), k: 1 as const, b: { x: '@eve!', at: [at] } };
    await perform(ana, 'message.send', { c: room, items: [item] });
    expect(await seatOf(eve, c, room)).toEqual({ rs: 0, rn: 0, oa: 0, um: 1 });
    expect(signalsOf(eve, 'rd').flat()).toMatchObject([[room, 0, 0, 0, 0, 1, 5]]);
    await eve.client.show([room]);
    expect(await seatOf(eve, c, room)).toEqual({ rs: 5, rn: 4, oa: 0, um: 0 });
  });

  it('are as quiet as a member sets them, and keep no other settings', async () => {
    const { c, people } = await start('ana', 'ben');
    const [ana, ben] = people as [ChatPerson, ChatPerson];
    const room = await makeRoom(ana, c);
    const { me } = await perform(ben, 'chat.set', { c: room, notify: 2, mute: 5_000, op: newOp() });
    expect(me).toMatchObject({ nt: 2, mu: 5_000, rs: 0 });
    expect((await snapshotOf(ben, c))?.seats).toMatchObject([[room, { nt: 2, mu: 5_000 }]]);
    expect((await snapshotOf(ben, c))?.me.nt).toBe(0);
    for (const wish of [{ pin: 3 }, { hide: true }, { unreadFrom: 1 }])
      expect(await codeOf(ben.client.ask('chat.set', { c: room, ...wish, op: newOp() }))).toBe('BAD');
    // His other devices hear of it with the community.
    const told = signalsOf(ben, 'ue').at(-1) as { set: { chats: { seats: unknown[] }[] } };
    expect(told.set.chats[0]?.seats).toMatchObject([[room, { nt: 2 }]]);
  });

  it('obey the rules of their community: who may write, freeze, mute, slow mode, filter', async () => {
    const { c, people } = await start('ana', 'ben', 'mo');
    const [ana, ben, mo] = people as [ChatPerson, ChatPerson, ChatPerson];
    const news = await makeRoom(ana, c, 'News', { ro: 1 });
    const talk = await makeRoom(ana, c, 'Talk');
    expect(await sendCode(ben, news)).toBe('FORBIDDEN');
    expect(await sendCode(ana, news)).toBe('ok');
    // A community in which only announcers write still has rooms where all do.
    await perform(ana, 'chat.settings', { c, set: { ro: 1 }, op: newOp() });
    expect([await sendCode(ben, c), await sendCode(ben, talk)]).toEqual(['FORBIDDEN', 'ok']);
    await perform(ana, 'chat.settings', { c, set: { ro: null, slow: 60 }, op: newOp() });
    expect(await sendCode(ben, talk)).toBe('SLOW');
    await perform(ana, 'chat.settings', { c, set: { slow: null }, op: newOp() });
    await perform(ana, 'chat.freeze', { c, on: true, op: newOp() });
    expect([await sendCode(ben, talk), await sendCode(ana, talk)]).toEqual(['FROZEN', 'ok']);
    await perform(ana, 'chat.freeze', { c, on: false, op: newOp() });
    await perform(ana, 'member.mute', { c, member: midOf(ben, c), minutes: 10, op: newOp() });
    expect(await sendCode(ben, talk)).toBe('MUTED');
    const config = { phrases: [{ x: 'spamword', m: 'contains' as const, do: 'hide' as const }], allow: [] };
    await perform(ana, 'moderation.set', { c, config, op: newOp() });
    const held = await mo.client.ask('message.send', {
      c: talk,
      items: [{ i: toCid(randomUUID()), k: 1, b: { x: 'spamword' } }],
    });
    expect(held.items).toMatchObject([{ held: 1 }]);
    expect(world.failures).toEqual([]);
  });

  it('bring what is held or reported in them before the moderators of their community', async () => {
    const { c, people } = await start('ana', 'ben');
    const [ana, ben] = people as [ChatPerson, ChatPerson];
    const room = await makeRoom(ana, c);
    const config = { phrases: [{ x: 'spamword', m: 'contains' as const, do: 'hide' as const }], allow: [] };
    await perform(ana, 'moderation.set', { c, config, op: newOp() });
    const hold = async () => {
      const i = toCid(randomUUID());
      await perform(ben, 'message.send', { c: room, items: [{ i, k: 1, b: { x: 'a spamword' } }] });
      return i;
    };
    const [first, second] = [await hold(), await hold()];
    const u = midOf(ben, c);
    for (const [asked, named] of [
      [c, room],
      [room, undefined],
    ] as const)
      expect((await ana.client.ask('held.list', { c: asked })).items.map((item) => [item.c, item.i])).toEqual([
        [named, first],
        [named, second],
      ]);
    expect(await codeOf(ana.client.ask('held.decide', { c, u, i: first, ok: true, op: newOp() }))).toBe('NOT_FOUND');
    await perform(ana, 'held.decide', { c: room, u, i: first, ok: true, op: newOp() });
    await perform(ana, 'held.decide', { c: room, u, i: second, ok: false, op: newOp() });
    expect(await textsOf(ben, room)).toEqual(['room', 'a spamword']);
    expect((await snapshotOf(ben, c))?.me.rj).toEqual([second]);
    await perform(ana, 'report.create', { c: room, s: 2, reason: 'spam', op: newOp() });
    const { items } = await ana.client.ask('report.list', { c });
    expect(items).toMatchObject([{ c: room, s: 2, u, rows: [{ x: 'a spamword' }] }]);
    const id = items[0]?.id as string;
    await perform(ana, 'report.take', { c: room, id, on: true, op: newOp() });
    await perform(ana, 'report.decide', { c: room, id, act: 'mute', minutes: 5, op: newOp() });
    expect(await sendCode(ben, c)).toBe('MUTED');
    const log = await ana.client.ask('audit.list', { c });
    expect(log.items.map(({ what }) => what).toSorted()).toEqual(['approve', 'config', 'mute', 'reject', 'report']);
    expect(world.failures).toEqual([]);
  });

  it('let what is taken away in them be brought back by who leads the community, mentions too', async () => {
    const { c, people } = await start('ana', 'ben', 'cem');
    const [ana, ben, cem] = people as [ChatPerson, ChatPerson, ChatPerson];
    const room = await makeRoom(ana, c);
    await cem.client.show([room]);
    const at = [[0, 1, midOf(cem, c)]] as [number, number, MemberId][];
    const items = [{ i: toCid(randomUUID()), k: 1 as const, b: { x: '@ look', at } }];
    const sent = await perform(ben, 'message.send', { c: room, items });
    const first = sent.items[0] && 's' in sent.items[0] ? sent.items[0].s : 0;
    const second = await say(ben, room, 'and here');
    for (const s of [first, second]) await perform(ana, 'message.unsend', { c: room, s, op: newOp() });
    expect(await textsOf(ben, room)).not.toContain('@ look');
    expect((await seatOf(cem, c, room))?.um).toBe(0);
    const list = await ana.client.ask('act.list', { c });
    expect(list.items).toMatchObject([{ kind: 'delete', room, n: 2, by: midOf(ana, c) }]);
    expect((await ben.client.ask('act.list', { c })).items).toEqual([]);
    const id = list.items[0]?.id as ActId;
    expect(await codeOf(ben.client.ask('act.undo', { c: room, id, op: newOp() }))).toBe('FORBIDDEN');
    expect(await codeOf(ana.client.ask('act.undo', { c, id, op: newOp() }))).toBe('NOT_FOUND');
    await perform(ana, 'act.undo', { c: room, id, op: newOp() });
    expect(await textsOf(ben, room)).toEqual(expect.arrayContaining(['@ look', 'and here']));
    expect((await seatOf(cem, c, room))?.um).toBe(1);
    expect((await ana.client.ask('act.list', { c })).items).toEqual([]);
    expect(world.failures).toEqual([]);
  });

  it('let a report end in a removal from the community, once', async () => {
    const { c, people } = await start('ana', 'ben', 'cem');
    const [ana, ben, cem] = people as [ChatPerson, ChatPerson, ChatPerson];
    const room = await makeRoom(ana, c);
    const s = await say(ben, room, 'rude');
    await perform(cem, 'report.create', { c: room, s, reason: 'harassment', op: newOp() });
    const id = (await ana.client.ask('report.list', { c })).items[0]?.id as string;
    const kick = { c: room, id, act: 'kick' as const };
    expect(await codeOf(cem.client.ask('report.decide', { ...kick, op: newOp() }))).toBe('FORBIDDEN');
    await perform(ana, 'report.decide', { ...kick, op: newOp() });
    expect(await codeOf(ana.client.ask('report.decide', { ...kick, op: newOp() }))).toBe('GONE');
    expect(await codeOf(ben.client.ask('history.get', { c: room, before: 99, limit: 5 }))).toBe('NOT_MEMBER');
    expect((await ana.client.ask('act.list', { c })).items).toMatchObject([{ kind: 'remove', n: 1 }]);
    expect((await ana.client.ask('report.list', { c })).items).toEqual([]);
    expect(world.failures).toEqual([]);
  });

  it('show who comes late only what is from the window of the community on', async () => {
    world = await make();
    const people = await connectPeople(world, ['ana', 'late']);
    const [ana, late] = people as [ChatPerson, ChatPerson];
    const made = { op: newOp(), title: 'Film', nn: 'Owner', set: { join: joinMode.open }, hist: 1 };
    const { c } = (await perform(ana, 'community.create', made)).chat.h;
    const room = await makeRoom(ana, c);
    const old = await say(ana, room, 'secret of old');
    const other = await say(ana, room, 'another of old');
    await world.wait(3 * dayMs);
    await say(ana, room, 'of today');
    await enter(late, c, 'Late');
    await late.client.show([room]);
    expect(await textsOf(late, room)).toEqual(['of today']);
    // What happens to the old ones tells nothing of what they say.
    await perform(ana, 'message.react', { c: room, s: other, e: '👍', op: newOp() });
    await perform(ana, 'message.unsend', { c: room, s: old, op: newOp() });
    // Only its sender may edit, and for a day; the rule that hides it must not rest on that.
    await world.storage.runUnit(makeYoung, { c: room, s: other });
    await perform(ana, 'message.edit', { c: room, s: other, b: { x: 'mended of old' }, op: newOp() });
    await world.wait(3_000);
    const heard = JSON.stringify([
      ...late.client.packets,
      await late.client.ask('sync.delta', { items: [{ c: room, since: 0 }] }),
    ]);
    expect(heard).toContain('of today');
    expect(heard).not.toContain('of old');
    expect(deltasOf(late, room).flatMap(({ touch = [] }) => touch.map(([s]) => s))).toContain(other);
    for (const [name, input] of [
      ['message.react', { c: room, s: other, e: '👍', op: newOp() }],
      ['message.versions', { c: room, s: other }],
    ] as const)
      expect(await codeOf(late.client.ask(name, input as never))).toBe('NOT_FOUND');
    expect((await late.client.ask('messages.get', { c: room, seqs: [old, other] })).rows).toEqual([]);
  });

  it('are like chats that do not exist for strangers, those who left, were removed or banned; and end for them at once', async () => {
    const { c, people } = await start('ana', 'ben', 'cem', 'eve');
    const [ana, ben, cem, eve] = people as [ChatPerson, ChatPerson, ChatPerson, ChatPerson];
    const [stranger] = (await connectPeople(world, ['zed'])) as [ChatPerson];
    const room = await makeRoom(ana, c);
    const s = await say(ana, room, 'hello');
    for (const person of [ben, cem, eve]) await person.client.show([room]);
    await perform(ben, 'chat.leave', { c, op: newOp() });
    await perform(ana, 'chat.kick', { c, members: [midOf(cem, c)], op: newOp() });
    await perform(ana, 'chat.ban', { c, member: midOf(eve, c), ban: true, op: newOp() });
    await say(ana, room, 'not for them');
    await world.wait(5_000);
    for (const person of [ben, cem, eve, stranger]) {
      expect(JSON.stringify(person.client.packets)).not.toContain('not for them');
      for (const id of [room, (room - 1) as ChatId]) {
        const ask = person.client.ask.bind(person.client);
        expect(await sendCode(person, id)).toBe('NOT_MEMBER');
        const before = Number.MAX_SAFE_INTEGER;
        const tries = [
          ask('history.get', { c: id, before, limit: 9 }),
          ask('messages.get', { c: id, seqs: [s] }),
          ask('history.days', { c: id, from: 0, to: dayMs }),
          ask('members.list', { c: id, range: [0, 9] }),
          ask('message.react', { c: id, s, e: '👍', op: newOp() }),
          ask('message.unsend', { c: id, s, op: newOp() }),
          ask('chat.set', { c: id, notify: 1, op: newOp() }),
          ask('chat.pin', { c: id, s, on: true, op: newOp() }),
          ask('report.create', { c: id, s, reason: 'spam', op: newOp() }),
          ask('chat.leave', { c: id, op: newOp() }),
          ask('chat.meta', { c: id, title: 'x', op: newOp() }),
        ].map(codeOf);
        // The community is open; its rooms are no doors.
        expect(await codeOf(ask('community.join', { c: id, nn: 'Somebody', op: newOp() }))).toBe('NOT_FOUND');
        expect(await codeOf(ask('community.peek', { c: id }))).toBe('NOT_FOUND');
        await world.drive(tries);
        expect(await Promise.all(tries)).toEqual(tries.map(() => 'NOT_MEMBER'));
        expect(await ask('sync.delta', { items: [{ c: id, since: 0 }] })).toEqual({
          items: [{ c: id, code: 'NOT_MEMBER' }],
        });
        expect((await ask('read.mark', { items: [[id, s]] })).items).toEqual([]);
        await person.client.show([id]);
      }
    }
    await say(ana, room, 'nor this');
    for (const person of [ben, cem, eve, stranger])
      expect(JSON.stringify(person.client.packets)).not.toContain('nor this');
    expect(world.failures).toEqual([]);
  });

  it('refuse members in words what is the community’s own', async () => {
    const { c, people } = await start('ana', 'ben');
    const [ana, ben] = people as [ChatPerson, ChatPerson];
    const room = await makeRoom(ana, c);
    const mid = midOf(ben, c);
    const op = newOp();
    const tries = [
      ana.client.ask('chat.leave', { c: room, op }),
      ana.client.ask('chat.kick', { c: room, members: [mid], op: newOp() }),
      ana.client.ask('chat.ban', { c: room, member: mid, ban: true, op: newOp() }),
      ana.client.ask('chat.role', { c: room, member: mid, role: memberRole.moderator, op: newOp() }),
      ana.client.ask('chat.meta', { c: room, title: 'x', op: newOp() }),
      ana.client.ask('chat.settings', { c: room, set: { slow: 5 }, op: newOp() }),
      ana.client.ask('chat.freeze', { c: room, on: true, op: newOp() }),
      ana.client.ask('member.mute', { c: room, member: mid, minutes: 5, op: newOp() }),
      ana.client.ask('room.create', { c: room, title: 'x', op: newOp() }),
      ana.client.ask('link.create', { c: room, op: newOp() }),
    ].map(codeOf);
    await world.drive(tries);
    expect(await Promise.all(tries)).toEqual(tries.map(() => 'FORBIDDEN'));
  });

  it('are counted as a recount would, whatever is written, read and taken back in what order', async () => {
    const { c, people } = await start('ana', 'ben', 'cem');
    const rooms = [
      await makeRoom(people[0] as ChatPerson, c, 'One'),
      await makeRoom(people[0] as ChatPerson, c, 'Two'),
    ];
    const acts = fc.sample(fc.record({ who: fc.nat(2), room: fc.nat(1), what: fc.nat(5), back: fc.nat(4) }), {
      numRuns: 60,
      seed: 7,
    });
    for (const { who, room, what, back } of acts) {
      const person = people[who] as ChatPerson;
      const at = rooms[room] as ChatId;
      const revs = new Map((await snapshotOf(person, c))?.rooms?.map(([id, rev]) => [id, rev]));
      const s = Math.max(1, (revs.get(at) ?? 1) - back);
      if (what <= 2) await sendCode(person, at);
      else if (what === 3) await perform(person, 'read.mark', { items: [[at, s]] });
      else if (what === 4) await codeOf(perform(person, 'message.unsend', { c: at, s, op: newOp() }));
      else {
        const item = { i: toCid(randomUUID()), k: 1 as const, b: { x: 'x' } };
        await perform(person, 'message.send', { c: at, items: [item], rs: s });
      }
    }
    await world.wait(3_000);
    expect(await findBrokenInvariants(world, [])).toEqual([]);
    for (const person of people)
      expect(new Set((await snapshotOf(person, c))?.seats?.map(([id]) => id))).toEqual(new Set(rooms));
    expect(world.failures).toEqual([]);
  });

  it('tell who shows them every change: old rows with the deltas are what a new device reads', async () => {
    const { c, people } = await start('ana', 'ben', 'cem');
    const [ana, , cem] = people as [ChatPerson, ChatPerson, ChatPerson];
    const room = await makeRoom(ana, c);
    await say(ana, room, 'before');
    await cem.client.show([room]);
    await holdRoom(cem.client, c, room);
    const acts = fc.sample(fc.record({ who: fc.nat(1), what: fc.nat(6), back: fc.nat(5) }), { numRuns: 50, seed: 3 });
    for (const { who, what, back } of acts) {
      const person = people[who] as ChatPerson;
      const s = Math.max(1, (cem.client.chats.get(room)?.chat.head.rev ?? 1) - back);
      const op = newOp();
      if (what <= 2) await sendCode(person, room, `text ${back}`);
      else if (what === 3) await codeOf(perform(person, 'message.edit', { c: room, s, b: { x: `edit ${op}` }, op }));
      else if (what === 4)
        await codeOf(perform(person, 'message.react', { c: room, s, e: back % 2 ? '👍' : null, op }));
      else if (what === 5) await codeOf(perform(person, 'message.unsend', { c: room, s, op }));
      else await codeOf(perform(ana, 'chat.pin', { c: room, s, on: back % 2 === 0, op }));
    }
    await world.wait(3_000);
    const fresh = chatClient(world, cem.id);
    await fresh.open();
    await holdRoom(fresh, c, room);
    const shown = ({ chats }: ChatClient) => [...(chats.get(room)?.rows.values() ?? [])].toSorted((a, b) => a.s - b.s);
    expect(shown(fresh).length).toBeGreaterThan(20);
    expect(shown(cem.client)).toEqual(shown(fresh));
    expect(cem.client.chats.get(room)?.chat.head).toEqual(fresh.chats.get(room)?.chat.head);
    expect(cem.client.holes.filter((hole) => hole.c === room)).toEqual([]);
    expect(world.failures).toEqual([]);
  });

  it('begin anew for who comes back', async () => {
    const { c, people } = await start('ana', 'ben');
    const [ana, ben] = people as [ChatPerson, ChatPerson];
    const room = await makeRoom(ana, c);
    await ben.client.show([room]);
    await perform(ben, 'chat.set', { c: room, notify: 1, op: newOp() });
    const before = (await snapshotOf(ben, c))?.seats?.[0]?.[1].mv ?? 0;
    await perform(ben, 'chat.leave', { c, op: newOp() });
    await say(ana, room, 'while he was out');
    await enter(ben, c, 'Ben again');
    expect(await seatOf(ben, c, room)).toEqual({ rs: 0, rn: 0, oa: 0, um: 0 });
    expect((await snapshotOf(ben, c))?.seats?.[0]?.[1].mv).toBeGreaterThan(before);
  });

  it('tell who repeats a message of an earlier stay no place that he has not', async () => {
    const { c, people } = await start('ana', 'ben');
    const [ana, ben] = people as [ChatPerson, ChatPerson];
    const room = await makeRoom(ana, c);
    const items = [{ i: toCid(randomUUID()), k: 1 as const, b: { x: 'before' } }];
    await ben.client.ask('message.send', { c: room, items });
    await perform(ben, 'chat.leave', { c, op: newOp() });
    await enter(ben, c, 'Ben again');
    const shown = ben.client.packets.length;
    expect((await ben.client.ask('message.send', { c: room, items })).items).toMatchObject([{ dup: 1 }]);
    await world.wait(1_000);
    const told = ben.client.packets
      .slice(shown)
      .flatMap((packet) => (packet.t === 'signal' && packet.signal.name === 'rd' ? packet.signal.data : []));
    expect(told.filter(([id]) => id === room).map(([, rs]) => rs)).toEqual([0]);
    expect(await seatOf(ben, c, room)).toMatchObject({ rs: 0 });
  });
}

describe('rooms of a community on SQLite', () => defineSuite(() => createChatWorld()));

describePostgres('rooms of a community on PostgreSQL', (getUrl) =>
  defineSuite(() => createChatWorld({ open: (now) => openPostgres(getUrl(), { now }), patienceMs: 15 })),
);
