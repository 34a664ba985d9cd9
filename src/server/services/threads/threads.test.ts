import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { endThreads } from '#server/jobs/endThreads.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { applySnapshot } from '#sync/merge/applySnapshot.ts';
import { codeOf, connectPeople, makeGroup, perform, say, settlePeople, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

const dayMs = 24 * 3_600_000;
let make: () => Promise<ChatWorld>;
let world: ChatWorld;
afterEach(() => world.close());

type Three = [ChatPerson, ChatPerson, ChatPerson];

/** A group of three. */
async function group(): Promise<{ c: ChatId; people: Three }> {
  world = await make();
  const people = (await connectPeople(world, ['ana', 'ben', 'eve'])) as Three;
  return { c: await makeGroup(world, people), people };
}
/** A 1:1 chat. */
async function pair(): Promise<{ c: ChatId; ana: ChatPerson; ben: ChatPerson }> {
  world = await make();
  const [ana, ben] = (await connectPeople(world, ['ana', 'ben'])) as [ChatPerson, ChatPerson];
  const made = await perform(ana, 'chat.create', { i: newOp(), kind: chatKind.dm, users: [ben.id] });
  return { c: made.chat.h.c, ana, ben };
}
/** A community of three, in which the first one has made a room. */
async function community(more: { ro?: 1 } = {}): Promise<{ c: ChatId; room: ChatId; people: Three }> {
  world = await make();
  const people = (await connectPeople(world, ['ana', 'ben', 'eve'])) as Three;
  const [ana, ...others] = people;
  const made = { op: newOp(), title: 'Film Pelan', nn: 'Owner', set: { join: joinMode.open } };
  const { c } = (await perform(ana, 'community.create', made)).chat.h;
  for (const [at, person] of others.entries())
    await perform(person, 'community.join', { c, nn: `Member ${at}`, op: newOp() });
  const { room } = await perform(ana, 'room.create', { c, title: 'Lenses', op: newOp(), ...more });
  return { c, room, people };
}
const start = async (person: ChatPerson, c: ChatId, s: number): Promise<ChatId> =>
  (await perform(person, 'thread.start', { c, s, op: newOp() })).thread.c;
const startCode = ({ client }: ChatPerson, c: ChatId, s: number): Promise<string> =>
  codeOf(client.ask('thread.start', { c, s, op: newOp() }));
async function sendCode({ client }: ChatPerson, c: ChatId, b: { x: string; at?: [number, number, number][] }) {
  const { items } = await client.ask('message.send', { c, items: [{ i: toCid(randomUUID()), k: 1, b }] });
  return items[0] && 'code' in items[0] ? items[0].code : 'ok';
}
const textsOf = async ({ client }: ChatPerson, c: ChatId): Promise<unknown[]> =>
  (await client.ask('history.get', { c, before: Number.MAX_SAFE_INTEGER, limit: 50 })).rows.map(
    ({ b }) => b?.['x'] ?? b?.['ev'],
  );
const readCode = (person: ChatPerson, c: ChatId): Promise<string> => codeOf(textsOf(person, c));
/** The chat as a device that has nothing hears of it. */
const snapshotOf = async ({ client }: ChatPerson, c: ChatId): Promise<ChatSnapshot | undefined> =>
  (await client.ask('sync.open', { u: 0, have: [] })).heads.find(({ h }) => h.c === c);
const threadsOf = async (person: ChatPerson, c: ChatId): Promise<ChatId[]> =>
  ((await snapshotOf(person, c))?.threads ?? []).map((thread) => thread.c);
const seatOf = async (person: ChatPerson, c: ChatId, thread: ChatId) =>
  (await snapshotOf(person, c))?.seats?.find(([id]) => id === thread)?.[1];
const rowOf = async ({ client }: ChatPerson, c: ChatId, s: number) =>
  (await client.ask('messages.get', { c, seqs: [s] })).rows[0];
const toldOf = ({ client }: ChatPerson) =>
  client.packets.flatMap((packet) =>
    packet.t === 'signal' && packet.signal.name === 'rooms' ? (packet.signal.data.threads ?? []) : [],
  );
/** Makes a device hold a thread whole, as an engine does. */
async function holdThread(person: ChatPerson, c: ChatId, thread: ChatId): Promise<void> {
  const { client } = person;
  const [answer] = (await client.ask('sync.delta', { items: [{ c: thread, since: 0 }] })).items;
  const me = await seatOf(person, c, thread);
  if (!answer || !('delta' in answer) || !me) throw new Error('no such thread');
  const meta = { kind: chatKind.group, parent: c, cap: 9, receipts: 0, created: 0, r: 0 };
  const state = applySnapshot(undefined, { h: answer.delta.head, me, meta });
  if (state) client.chats.set(thread, state);
  await client.loadAll(thread);
}

function defineSuite(makeWorld: () => Promise<ChatWorld>): void {
  beforeAll(() => {
    make = makeWorld;
  });

  it('H7: begins once on a message, by whoever may write there, and its message names it', async () => {
    const { c, people } = await group();
    const [ana, ben, eve] = people;
    const s = await say(ana, c, 'where to?');
    const both = [ben, eve].map(({ id }) => world.begin(id, 'thread.start', { c, s, op: newOp() }));
    await world.drive(both);
    const [one, other] = await Promise.all(both);
    expect(one?.thread.c).toBe(other?.thread.c);
    const thread = one?.thread.c as ChatId;
    await world.wait(4_000);
    expect((await rowOf(ana, c, s))?.ex).toEqual({ th: { c: thread } });
    expect(toldOf(ana)).toMatchObject([{ c: thread, rc: c, rs: s, n: 0, f: [] }]);
    expect(await textsOf(ana, thread)).toEqual(['thread']);
    // Not on a line of the system, not on nothing, not in a thread.
    expect(await startCode(ana, c, 1)).toBe('FORBIDDEN');
    expect(await startCode(ana, c, 999)).toBe('NOT_FOUND');
    const inside = await say(ben, thread, 'to the sea');
    expect(await startCode(ben, thread, inside)).toBe('FORBIDDEN');
    const gone = await say(ana, c, 'never mind');
    await perform(ana, 'message.unsend', { c, s: gone, op: newOp() });
    expect(await startCode(ben, c, gone)).toBe('GONE');
    const [stranger] = await connectPeople(world, ['mallory']);
    if (stranger) expect(await startCode(stranger, c, s)).toBe('NOT_MEMBER');
    await settlePeople(world, people);
  });

  it('H7: cannot be begun a day after its message, but a thread that is there is found', async () => {
    const { c, people } = await group();
    const [ana, ben] = people;
    const [old, late] = [await say(ana, c, 'one'), await say(ana, c, 'two')];
    const thread = await start(ana, c, old);
    await world.wait(limits.threadStartMs);
    expect(await startCode(ben, c, late)).toBe('WINDOW');
    expect(await start(ben, c, old)).toBe(thread);
  });

  it('H7: closes by itself after fourteen days without a reply, stays readable, and its message tells the end', async () => {
    const { c, people } = await group();
    const [ana, ben, eve] = people;
    const s = await say(ana, c, 'where to?');
    const thread = await start(ana, c, s);
    await world.wait(13 * dayMs);
    expect(await sendCode(ben, thread, { x: 'still here' })).toBe('ok');
    await world.wait(13 * dayMs);
    expect(await sendCode(ana, thread, { x: 'me too' })).toBe('ok');
    const at = world.clock.now();
    await world.wait(limits.threadIdleMs + 1_000);
    for (const person of people) expect(await sendCode(person, thread, { x: 'late' })).toBe('FORBIDDEN');
    expect(await codeOf(ben.client.ask('message.react', { c: thread, s: 2, e: '👍', op: newOp() }))).toBe('FORBIDDEN');
    expect(await textsOf(eve, thread)).toEqual(['thread', 'still here', 'me too']);
    expect(await threadsOf(eve, c)).toEqual([]);
    const node = world.nodes[0];
    if (!node) throw new Error('no node');
    const running = endThreads(world.storage, node.live);
    await world.drive([running]);
    const end = (await rowOf(eve, c, s))?.ex?.th?.end;
    expect(end).toMatchObject({ n: 2, f: [ana.id, ben.id] });
    expect(Math.abs((end?.at ?? 0) - at)).toBeLessThan(5_000);
    // Once.
    const { r } = (await rowOf(eve, c, s)) ?? { r: 0 };
    await world.drive([endThreads(world.storage, node.live)]);
    expect((await rowOf(eve, c, s))?.r).toBe(r);
    expect(world.failures).toEqual([]);
  });

  it('H8: is seen by whoever may see its message: not by who came later, left, or was removed', async () => {
    const { c, people } = await group();
    const [ana, ben, eve] = people;
    const s = await say(ana, c, 'among us');
    const thread = await start(ana, c, s);
    await say(ben, thread, 'secret');
    const [late] = (await connectPeople(world, ['late'])) as [ChatPerson];
    await perform(ana, 'chat.invite', { c, users: [late.id], op: newOp() });
    const isOut = async (person: ChatPerson): Promise<void> => {
      expect(await readCode(person, thread)).toBe('NOT_MEMBER');
      expect(await sendCode(person, thread, { x: 'let me in' })).toBe('NOT_MEMBER');
      const asked = { c: thread, s: 2, op: newOp() };
      expect(await codeOf(person.client.ask('message.react', { ...asked, e: '👍' }))).toBe('NOT_MEMBER');
      expect(await codeOf(person.client.ask('chat.set', { c: thread, follow: true, op: newOp() }))).toBe('NOT_MEMBER');
      expect((await person.client.ask('sync.delta', { items: [{ c: thread, since: 0 }] })).items).toMatchObject([
        { code: 'NOT_MEMBER' },
      ]);
    };
    await isOut(late);
    expect(await threadsOf(late, c)).toEqual([]);
    expect(await startCode(late, c, s)).toBe('NOT_FOUND');
    // Who may not see the message hears nothing of the thread either; who has a place in it does.
    await say(ben, thread, 'more');
    await world.wait(4_000);
    expect(toldOf(late)).toEqual([]);
    expect(toldOf(ana).at(-1)).toMatchObject({ c: thread, n: 2 });
    await eve.client.show([thread]);
    await perform(ana, 'chat.kick', { c, members: [eve.client.chats.get(c)?.chat.me.mid as MemberId], op: newOp() });
    const shown = eve.client.packets.length;
    await say(ben, thread, 'without eve');
    await world.wait(4_000);
    expect(JSON.stringify(eve.client.packets.slice(shown))).not.toContain('without eve');
    await isOut(eve);
    await perform(ben, 'chat.leave', { c, op: newOp() });
    await isOut(ben);
    expect(world.failures).toEqual([]);
  });

  it('H1: takes the rules of its chat: who is muted there is here, a frozen one is frozen, a quiet room is quiet', async () => {
    const { c, room, people } = await community({ ro: 1 });
    const [ana, ben, eve] = people;
    const s = await say(ana, room, 'news');
    expect(await startCode(ben, room, s)).toBe('FORBIDDEN');
    const quiet = await start(ana, room, s);
    expect(await sendCode(ben, quiet, { x: 'hm' })).toBe('FORBIDDEN');
    expect(await textsOf(ben, quiet)).toEqual(['thread']);
    const open = await start(ben, c, await say(ben, c, 'free'));
    expect(await sendCode(eve, open, { x: 'yes' })).toBe('ok');
    const mid = (await snapshotOf(eve, c))?.me.mid as MemberId;
    await perform(ana, 'member.mute', { c, member: mid, minutes: 60, op: newOp() });
    expect(await sendCode(eve, open, { x: 'no?' })).toBe('MUTED');
    expect(await startCode(eve, c, await say(ana, c, 'x'))).toBe('MUTED');
    const first = await say(ana, c, 'y');
    await perform(ana, 'moderation.set', { c, set: { newRead: 1_440 }, op: newOp() });
    expect([await startCode(ben, c, first), await startCode(ana, c, first)]).toEqual(['SLOW', 'ok']);
    await perform(ana, 'moderation.set', { c, set: { newRead: 0 }, op: newOp() });
    await perform(ana, 'chat.freeze', { c, on: true, op: newOp() });
    expect(await sendCode(ben, open, { x: 'cold' })).toBe('FROZEN');
    // A room takes its threads with it.
    await perform(ana, 'room.close', { c, room, op: newOp() });
    for (const person of people) expect(await readCode(person, quiet)).toBe('NOT_MEMBER');
    expect(await threadsOf(ana, c)).toHaveLength(2);
    expect(await threadsOf(ana, c)).toContain(open);
  });

  it('H2: names nobody by his account in a community, and hears of a thread in a room through it', async () => {
    const { c, room, people } = await community();
    const [ana, ben, eve] = people;
    const s = await say(ana, room, 'which film?');
    const thread = await start(ben, room, s);
    await say(ben, thread, 'slow ones');
    await world.wait(4_000);
    const mid = (await snapshotOf(ben, c))?.me.mid;
    expect(toldOf(eve).at(-1)).toMatchObject({ c: thread, rc: room, rs: s, n: 1, f: [mid] });
    const { rows } = await eve.client.ask('history.get', { c: thread, before: 99, limit: 9 });
    expect(rows.map(({ u }) => u)).toEqual([mid, mid]);
    expect(JSON.stringify(rows)).not.toContain(`${ben.id}`);
    expect((await snapshotOf(eve, c))?.rooms?.map(([id]) => id)).toEqual([room]);
    const found = await eve.client.ask('members.list', { c: thread, ids: [mid as MemberId] });
    expect(found.items).toMatchObject([{ u: mid, nn: 'Member 0' }]);
  });

  it('H3: counts as unread for who follows it: who began it, wrote in it, is named in it, or says so', async () => {
    const { c, people } = await group();
    const [ana, ben, eve] = people;
    const s = await say(ana, c, 'where to?');
    const thread = await start(ana, c, s);
    expect(await seatOf(ana, c, thread)).toMatchObject({ fo: 1, rs: 1, rn: 0 });
    await say(ben, thread, 'to the sea');
    expect(await seatOf(ben, c, thread)).toMatchObject({ fo: 1, oa: 1, lo: 2 });
    expect(await seatOf(eve, c, thread)).toBeUndefined();
    await eve.client.show([thread]);
    expect((await seatOf(eve, c, thread))?.fo).toBeUndefined();
    await eve.client.show([]);
    expect(await sendCode(ben, thread, { x: '@eve ?', at: [[0, 4, eve.id]] })).toBe('ok');
    await world.wait(1_000);
    expect(await seatOf(eve, c, thread)).toMatchObject({ fo: 1, rs: 2, rn: 1, um: 1 });
    // His devices hear of it at once, with the chat.
    const told = eve.client.packets.findLast(
      (packet) => packet.t === 'signal' && packet.signal.name === 'ue' && packet.signal.data.set.chats !== undefined,
    );
    expect(JSON.stringify(told)).toContain(`${thread}`);
    await perform(eve, 'chat.set', { c: thread, follow: false, op: newOp() });
    expect((await seatOf(eve, c, thread))?.fo).toBeUndefined();
    await perform(eve, 'chat.set', { c: thread, follow: true, mute: 99, op: newOp() });
    expect(await seatOf(eve, c, thread)).toMatchObject({ fo: 1, mu: 99, rs: 3, rn: 2 });
    expect(await codeOf(eve.client.ask('chat.set', { c, follow: true, op: newOp() }))).toBe('BAD');
    // The chat itself counts nothing of all that.
    expect((await snapshotOf(eve, c))?.h.n).toBe(1);
    await settlePeople(world, people);
  });

  it('H3: is followed no more by who went and came back, who has been nowhere in the community yet', async () => {
    const { c, people } = await community();
    const [ana, ben] = people;
    const thread = await start(ben, c, await say(ana, c, 'where to?'));
    await say(ben, thread, 'to the sea');
    expect(await seatOf(ben, c, thread)).toMatchObject({ fo: 1 });
    await perform(ben, 'chat.leave', { c, op: newOp() });
    await perform(ben, 'community.join', { c, nn: 'Back', op: newOp() });
    expect(await readCode(ben, thread)).toBe('ok');
    expect(await seatOf(ben, c, thread)).toMatchObject({ rs: 0, lo: 0 });
    expect((await seatOf(ben, c, thread))?.fo).toBeUndefined();
    // To be named lets him follow it from there.
    const mid = (await snapshotOf(ben, c))?.me.mid as MemberId;
    await sendCode(ana, thread, { x: '@Back ?', at: [[0, 5, mid]] });
    expect(await seatOf(ben, c, thread)).toMatchObject({ fo: 1, rs: 2, rn: 1, um: 1 });
  });

  it('H8: what was collected before somebody came in is told before that', async () => {
    const { c, people } = await group();
    const [ana, ben] = people;
    const [late] = (await connectPeople(world, ['late'])) as [ChatPerson];
    const thread = await start(ana, c, await say(ana, c, 'among us'));
    await say(ben, thread, 'secret');
    await perform(ana, 'chat.invite', { c, users: [late.id], op: newOp() });
    await world.wait(4_000);
    expect(toldOf(late)).toEqual([]);
    expect(toldOf(ben).at(-1)).toMatchObject({ c: thread, n: 1 });
  });

  it('H2: brings its changes to who looks, in order and without holes, and where it stands to the others', async () => {
    const { c, people } = await group();
    const [ana, ben, eve] = people;
    const s = await say(ana, c, 'where to?');
    const thread = await start(ana, c, s);
    for (const person of [ben, eve]) {
      await person.client.show([thread]);
      await holdThread(person, c, thread);
    }
    await say(ana, thread, 'one');
    const two = await say(ben, thread, 'two');
    await perform(ana, 'message.react', { c: thread, s: two, e: '👍', op: newOp() });
    await perform(ben, 'message.edit', { c: thread, s: two, b: { x: 'two and a half' }, op: newOp() });
    await world.wait(4_000);
    for (const { client } of [ben, eve]) {
      expect(client.holes).toEqual([]);
      const rows = [...(client.chats.get(thread)?.rows.values() ?? [])];
      expect(rows.map(({ b }) => b?.['x']).filter(Boolean)).toEqual(['one', 'two and a half']);
    }
    expect(toldOf(ana).at(-1)).toMatchObject({ c: thread, n: 2, f: [ben.id, ana.id] });
    await ben.client.ask('read.mark', { items: [[thread, two]] });
    await world.wait(1_000);
    expect(await seatOf(ben, c, thread)).toMatchObject({ rs: two, rn: 2 });
    expect(world.failures).toEqual([]);
  });

  it('H8: of a 1:1 chat hides from who has blocked the other what that one writes', async () => {
    const { c, ana, ben } = await pair();
    const s = await say(ana, c, 'hi');
    const thread = await start(ben, c, s);
    await say(ana, thread, 'one');
    await perform(ana, 'contact.set', { user: ben.id, state: 3, op: newOp() });
    expect(await sendCode(ben, thread, { x: 'hidden' })).toBe('ok');
    await world.wait(4_000);
    expect(await textsOf(ana, thread)).toEqual(['thread', 'one']);
    expect(await textsOf(ben, thread)).toEqual(['thread', 'one', 'hidden']);
    expect(JSON.stringify(ana.client.packets)).not.toContain('"x":"hidden"');
    // A thread on a message that she does not see is none to her.
    const unseen = await say(ben, c, 'and this');
    const other = await start(ben, c, unseen);
    expect(await readCode(ana, other)).toBe('NOT_MEMBER');
    expect(await threadsOf(ana, c)).toEqual([thread]);
    expect(world.failures).toEqual([]);
  });

  it('H2: of a 1:1 chat tells whoever writes what is hidden of it as he sees it, and the other that it moved', async () => {
    const { c, ana, ben } = await pair();
    const s = await say(ana, c, 'hi');
    const thread = await start(ben, c, s);
    await say(ana, thread, 'one');
    await perform(ana, 'contact.set', { user: ben.id, state: 3, op: newOp() });
    // Whether somebody looks at it or not.
    for (const shown of [[thread], []]) {
      await ben.client.show(shown);
      await world.wait(60_000);
      await say(ben, thread, 'hidden');
      await world.wait(4_000);
      const { rows } = await ben.client.ask('history.get', { c: thread, before: 99, limit: 9 });
      const [open, hidden] = [rows.find(({ b }) => b?.['x'] === 'one')?.at, rows.at(-1)?.at];
      const n = rows.length - 1;
      for (const [person, b] of [
        [ana, open],
        [ben, hidden],
      ] as const) {
        expect(toldOf(person).at(-1)).toMatchObject({ c: thread, n, b });
        expect((await snapshotOf(person, c))?.threads).toMatchObject([{ c: thread, n, b }]);
        expect((await perform(person, 'thread.start', { c, s, op: newOp() })).thread).toMatchObject({ n, b });
      }
    }
    expect(world.failures).toEqual([]);
  });

  it('H3: of a 1:1 chat gives no place to who was never there by what is hidden from him, though it names him', async () => {
    const { c, ana, ben } = await pair();
    const thread = await start(ben, c, await say(ana, c, 'hi'));
    await perform(ana, 'contact.set', { user: ben.id, state: 3, op: newOp() });
    expect(await sendCode(ben, thread, { x: '@ana ?', at: [[0, 4, ana.id]] })).toBe('ok');
    expect(await seatOf(ana, c, thread)).toBeUndefined();
    await ana.client.show([thread]);
    expect(await seatOf(ana, c, thread)).toMatchObject({ rs: 2, rn: 1, oa: 0, um: 0 });
    await say(ben, thread, 'hidden too');
    expect(await seatOf(ana, c, thread)).toMatchObject({ rs: 2, rn: 1, oa: 1, um: 0 });
  });

  it('H7: are at most a hundred open ones in a chat', async () => {
    const { c, people } = await group();
    const [ana] = people;
    const seqs: number[] = [];
    for (let at = 0; at <= limits.openThreadsMax; at += 1) seqs.push(await say(ana, c, `${at}`));
    const codes: string[] = [];
    for (const s of seqs) codes.push(await startCode(ana, c, s));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(limits.openThreadsMax);
    expect(codes.at(-1)).toBe('FULL');
    expect(await threadsOf(ana, c)).toHaveLength(limits.openThreadsMax);
  });

  it('stays when its message is unsent, and says so', async () => {
    const { c, people } = await group();
    const [ana, ben] = people;
    const s = await say(ana, c, 'where to?');
    const thread = await start(ana, c, s);
    await perform(ana, 'message.unsend', { c, s, op: newOp() });
    expect(await sendCode(ben, thread, { x: 'still' })).toBe('ok');
    expect(await threadsOf(ben, c)).toEqual([thread]);
    expect((await rowOf(ben, c, s))?.del).toBeDefined();
    await settlePeople(world, people);
  });
}

describe('threads (SQLite)', () => defineSuite(() => createChatWorld()));

describePostgres('threads (PostgreSQL)', (database) =>
  defineSuite(() => createChatWorld({ open: (now) => openPostgres(database(), { now }), patienceMs: 15 })),
);
