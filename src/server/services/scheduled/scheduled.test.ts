import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { Scheduled } from '#protocol/entities/scheduled.ts';
import { scheduledPref, type ScheduledCounts } from '#protocol/entities/scheduledPref.ts';
import { toCid, toMemberId } from '#protocol/casts.ts';
import type { ChatId, Cid } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { InProcessBus } from '#server/live/inProcessBus.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { codeOf, connectPeople, makeGroup, perform, settlePeople, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld, type ChatWorldOptions } from '#testing/chatWorld.ts';
import { readyFile } from '#testing/files/readyFile.ts';
import { newMediaId } from '#testing/files/uploadFile.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';
import { sendScheduled } from './sendScheduled.ts';

const minute = 60_000;
const hour = 60 * minute;
let world: ChatWorld;
let ground: ChatWorldOptions = {};

type People = [ChatPerson, ChatPerson, ChatPerson];
/** A group of ana and ben; eva is elsewhere. */
async function start(options = {}): Promise<{ people: People; c: ChatId }> {
  world = await createChatWorld({ ...ground, ...options });
  const people = (await connectPeople(world, ['ana', 'ben', 'eva'])) as People;
  return { people, c: await makeGroup(world, people.slice(0, 2)) };
}
const newCid = (): Cid => toCid(randomUUID());
const later = (ms: number): number => world.clock.now() + ms;

interface Wish {
  x?: string;
  i?: Cid;
  at?: number;
  op?: ReturnType<typeof newOp>;
  b?: object;
  re?: number;
}
async function schedule(person: ChatPerson, c: ChatId, wish: Wish = {}): Promise<Cid> {
  const i = wish.i ?? newCid();
  const item = { i, k: messageKind.text, b: wish.b ?? { x: wish.x ?? 'later' }, ...(wish.re ? { re: wish.re } : {}) };
  await perform(person, 'schedule.add', {
    c,
    item: item as never,
    at: wish.at ?? later(hour),
    op: wish.op ?? newOp(),
  });
  return i;
}
const list = async ({ client }: ChatPerson, c?: ChatId): Promise<Scheduled[]> =>
  (await client.ask('schedule.list', c === undefined ? {} : { c })).items;
/** What the job does at each of its turns. */
async function turn(node = 0): Promise<void> {
  await world.drive([sendScheduled((world.nodes[node] as ChatWorld['nodes'][number]).context)]);
  await world.wait(500);
}
const textsOf = ({ client }: ChatPerson, c: ChatId): unknown[] =>
  [...(client.chats.get(c)?.rows.values() ?? [])]
    .filter(({ k }) => k === messageKind.text)
    .toSorted((one, other) => one.s - other.s)
    .map(({ b }) => b?.['x']);
const countsOf = async ({ client }: ChatPerson): Promise<ScheduledCounts['l']> => {
  const { prefs } = (await client.ask('sync.open', { u: 0, have: [] })).user;
  const pref = prefs?.find(({ key }) => key === scheduledPref);
  return pref ? (JSON.parse(pref.val) as ScheduledCounts).l : [];
};
const rule = (person: ChatPerson, c: ChatId, set: object) =>
  perform(person, 'moderation.set', { c, set, v: 0, op: newOp() });
const dropOf = (person: ChatPerson, i: Cid) => perform(person, 'schedule.drop', { i, op: newOp() });

function suite(options: ChatWorldOptions): void {
  beforeEach(() => {
    ground = options;
  });
  afterEach(() => world.close());

  describe('a scheduled message', () => {
    it('is sent at its time, once, by its person, and is nowhere before', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      await schedule(ana, c, { x: 'good morning', b: { x: 'good morning', silent: 1 } });
      expect(await list(ana)).toMatchObject([{ c, st: 0, item: { b: { x: 'good morning' } } }]);
      expect(await countsOf(ana)).toEqual([[c, 1, 0]]);
      await turn();
      expect(textsOf(ben, c)).toEqual([]);
      await world.wait(hour);
      await turn();
      await turn();
      expect(textsOf(ben, c)).toEqual(['good morning']);
      expect([...(ben.client.chats.get(c)?.rows.values() ?? [])].at(-1)).toMatchObject({ u: ana.id, b: { silent: 1 } });
      expect(await list(ana)).toEqual([]);
      expect(await countsOf(ana)).toEqual([]);
      await settlePeople(world, people);
    });

    it('is kept once, whatever is repeated', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      const wish = { i: newCid(), op: newOp(), at: later(minute) };
      await schedule(ana, c, wish);
      await schedule(ana, c, wish);
      await schedule(ana, c, { ...wish, op: newOp() });
      expect(await list(ana)).toHaveLength(1);
      expect(await codeOf(schedule(ana, c, { ...wish, op: newOp(), x: 'another' }))).toBe('CID_MISMATCH');
      await world.wait(2 * minute);
      await turn();
      // The device never heard of it and repeats after it was sent.
      await schedule(ana, c, { ...wish, op: newOp() });
      await turn();
      expect(textsOf(ben, c)).toEqual(['later']);
      await settlePeople(world, people);
    });

    it('keeps the order of their times, also when several are overdue', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      await schedule(ana, c, { x: 'third', at: later(3 * minute) });
      await schedule(ana, c, { x: 'first', at: later(minute) });
      await schedule(ana, c, { x: 'second', at: later(2 * minute) });
      await world.wait(hour);
      await turn();
      expect(textsOf(ben, c)).toEqual(['first', 'second', 'third']);
    });

    it('has a time that is neither too close nor too far', async () => {
      const { people, c } = await start();
      const [ana] = people;
      for (const at of [0, later(-minute), later(limits.scheduleMinMs - 1), later(limits.scheduleMaxMs + minute)])
        expect(await codeOf(schedule(ana, c, { at }))).toBe('WINDOW');
      await schedule(ana, c, { at: later(limits.scheduleMinMs + 5_000) });
      await schedule(ana, c, { at: later(limits.scheduleMaxMs - minute) });
      expect(await list(ana)).toHaveLength(2);
    });

    it('is changed, sent now or given up by its person', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      const i = await schedule(ana, c, { x: 'a', b: { x: 'a', silent: 1 } });
      const at = later(2 * hour);
      const op = newOp();
      const first = await perform(ana, 'schedule.change', { i, at, b: { x: 'b' }, op });
      expect(await perform(ana, 'schedule.change', { i, at, b: { x: 'b' }, op })).toEqual(first);
      expect(await list(ana)).toEqual([{ c, at, st: 0, item: { i, k: 1, b: { x: 'b' } } }]);
      expect(await codeOf(perform(ana, 'schedule.change', { i, at: later(1), op: newOp() }))).toBe('WINDOW');
      await world.wait(hour);
      await turn();
      expect(textsOf(ben, c)).toEqual([]);
      await perform(ana, 'schedule.send', { i, op: newOp() });
      await perform(ana, 'schedule.send', { i, op: newOp() });
      expect(textsOf(ben, c)).toEqual(['b']);
      expect(await codeOf(perform(ana, 'schedule.change', { i, b: { x: 'c' }, op: newOp() }))).toBe('GONE');
      expect(await codeOf(dropOf(ana, i))).toBe('GONE');
      const other = await schedule(ana, c);
      await dropOf(ana, other);
      expect(await codeOf(dropOf(ana, other))).toBe('NOT_FOUND');
      await world.wait(2 * hour);
      await turn();
      expect(textsOf(ben, c)).toEqual(['b']);
      await settlePeople(world, people);
    });

    it('is nobody else’s: others neither see nor touch it', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      const i = await schedule(ana, c, { x: 'mine' });
      expect([await list(ben), await list(ben, c), await countsOf(ben)]).toEqual([[], [], []]);
      const op = newOp();
      expect(await codeOf(perform(ben, 'schedule.change', { i, b: { x: 'his' }, op }))).toBe('NOT_FOUND');
      expect(await codeOf(perform(ben, 'schedule.send', { i, op: newOp() }))).toBe('NOT_FOUND');
      expect(await codeOf(dropOf(ben, i))).toBe('NOT_FOUND');
      // The same id is another message of another person.
      await schedule(ben, c, { i, x: 'his' });
      expect((await list(ana))[0]?.item.b).toEqual({ x: 'mine' });
    });
  });

  describe('what may not be scheduled', () => {
    it('is refused like a message that is sent now', async () => {
      const { people, c } = await start();
      const [ana, ben, eva] = people;
      expect(await codeOf(schedule(eva, c))).toBe('NOT_MEMBER');
      expect(await codeOf(schedule(ana, c, { b: { x: 'ab', at: [[1, 9, ben.id]] } }))).toBe('BAD');
      expect(await codeOf(schedule(ana, c, { b: { x: 'a', fw: {} } }))).toBe('BAD');
      await rule(ana, c, { slow: 60 });
      // Patience is no right: slow mode is asked at its time.
      await schedule(ben, c);
      await perform(ana, 'chat.freeze', { c, on: true, op: newOp() });
      expect(await codeOf(schedule(ben, c))).toBe('FROZEN');
    });

    it('is the hundred and first of a person in a chat', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      for (let n = 0; n < limits.schedulePerChat; n += 1)
        await ana.client.ask('schedule.add', {
          c,
          item: { i: newCid(), k: 1, b: { x: 'x' } },
          at: later(hour),
          op: newOp(),
        });
      expect(await codeOf(schedule(ana, c))).toBe('FULL');
      await schedule(ben, c);
      const dm = await perform(ana, 'chat.create', { i: newOp(), kind: chatKind.dm, users: [ben.id] });
      await schedule(ana, dm.chat.h.c);
      const { items, more } = await ana.client.ask('schedule.list', {});
      expect([items.length, more]).toEqual([limits.schedulePage, 1]);
      const last = items.at(-1) as Scheduled;
      const rest = await ana.client.ask('schedule.list', { after: { at: last.at, i: last.item.i } });
      expect([rest.items.length, rest.more]).toEqual([1, undefined]);
      await dropOf(ana, items[0]?.item.i as Cid);
      await schedule(ana, c);
    });
  });

  describe('the sender', () => {
    it('begins again after an end at any place, with one message in the end', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      await schedule(ana, c, { at: later(minute) });
      await world.wait(2 * minute);
      // Taken, and the process ends before it is sent.
      expect(await world.storage.run('claimDue', { limit: 9 })).toHaveLength(1);
      await turn();
      expect(textsOf(ben, c)).toEqual([]);
      await world.wait(2 * minute);
      const [due] = await world.storage.run('claimDue', { limit: 9 });
      // Taken again and sent, and the process ends before it is noted.
      await world.drive([world.nodes[0]!.live.sendMessages(c, { userId: ana.id, items: [due!.item] })]);
      expect(await codeOf(dropOf(ana, due!.item.i))).toBe('GONE');
      await world.wait(2 * minute);
      await turn();
      expect(textsOf(ben, c)).toEqual(['later']);
      expect(await list(ana)).toEqual([]);
      await settlePeople(world, people);
    });

    it('follows the clock back and forth', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      await schedule(ana, c, { x: 'one', at: later(hour) });
      world.clock.jump(-24 * hour);
      await turn();
      expect(textsOf(ben, c)).toEqual([]);
      world.clock.jump(24 * hour + 2 * hour);
      await turn();
      expect(textsOf(ben, c)).toEqual(['one']);
      await schedule(ana, c, { x: 'two', at: later(minute) });
      await world.wait(2 * minute);
      await world.storage.run('claimDue', { limit: 9 });
      // What was taken before the clock was set back is not lost until that time comes again.
      world.clock.jump(-24 * hour);
      await turn();
      await turn();
      expect(textsOf(ben, c)).toEqual(['one', 'two']);
      expect(await list(ana)).toEqual([]);
    });

    it('is one of several: two nodes send a message once', async () => {
      const hub = new InProcessBus();
      const { people, c } = await start({ nodes: 2, buses: [hub.connect(), hub.connect()] });
      const [ana, ben] = people;
      for (let n = 0; n < 30; n += 1) await schedule(ana, c, { x: `${n}`, at: later(minute) });
      await world.wait(2 * minute);
      await world.drive(world.nodes.map(({ context }) => sendScheduled(context)));
      await world.wait(5_000);
      expect(new Set(textsOf(ben, c)).size).toBe(30);
      expect(textsOf(ben, c)).toHaveLength(30);
      expect(await list(ana)).toEqual([]);
    });

    it('tells its person why a message could not be sent, and lets him send it otherwise', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      const i = await schedule(ben, c, { at: later(minute) });
      await perform(ana, 'chat.kick', { c, members: [toMemberId(ben.id)], op: newOp() });
      await world.wait(2 * minute);
      await turn();
      expect(await list(ben)).toMatchObject([{ st: 2, code: 'NOT_MEMBER', item: { b: { x: 'later' } } }]);
      expect(await countsOf(ben)).toEqual([[c, 0, 1]]);
      expect(await codeOf(perform(ben, 'schedule.send', { i, op: newOp() }))).toBe('NOT_MEMBER');
      expect(await list(ben)).toMatchObject([{ st: 2, code: 'NOT_MEMBER' }]);
      await perform(ana, 'chat.invite', { c, users: [ben.id], op: newOp() });
      await perform(ben, 'schedule.change', { i, at: later(hour), op: newOp() });
      expect(await list(ben)).toMatchObject([{ st: 0 }]);
      await world.wait(2 * hour);
      await turn();
      expect(textsOf(ana, c)).toEqual(['later']);
    });

    it('waits for slow mode, and asks again', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      await rule(ana, c, { slow: 300 });
      await schedule(ben, c, { x: 'one', at: later(minute) });
      await schedule(ben, c, { x: 'two', at: later(minute) });
      await world.wait(2 * minute);
      await turn();
      expect(textsOf(ana, c)).toEqual(['one']);
      expect(await list(ben)).toMatchObject([{ st: 0, code: 'SLOW' }]);
      const [{ item }] = (await list(ben)) as [Scheduled];
      expect(await codeOf(perform(ben, 'schedule.send', { i: item.i, op: newOp() }))).toBe('SLOW');
    });

    it('gives up at the end of a day of refusals', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      await rule(ana, c, { newRead: 1_440 });
      await schedule(ben, c, { at: later(minute) });
      world.clock.jump(25 * hour);
      await world.storage.runUnit(joinedNow, { user: ben.id });
      await turn();
      expect(await list(ben)).toMatchObject([{ st: 2, code: 'SLOW' }]);
    });

    it('forgets what was sent long ago', async () => {
      const { people, c } = await start();
      const [ana] = people;
      await schedule(ana, c, { at: later(minute) });
      await world.wait(2 * minute);
      await turn();
      expect(await world.storage.run('cleanScheduled', { limit: 9 })).toBe(0);
      world.clock.jump(9 * 24 * hour);
      expect(await world.storage.run('cleanScheduled', { limit: 99 })).toBeGreaterThan(0);
    });
  });

  describe('files of a scheduled message', () => {
    it('have to be up, are not collected while it waits, and go when it is given up', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      const add = (f: string, i = newCid()) =>
        perform(ana, 'schedule.add', {
          c,
          item: { i, k: messageKind.media, b: { f: [{ id: f, t: 'i', z: 5 }] } } as never,
          at: later(60 * 24 * hour),
          op: newOp(),
        });
      expect(await codeOf(add(newMediaId()))).toBe('NOT_FOUND');
      expect(await codeOf(add(await readyFile(world.storage, ben.id)))).toBe('NOT_FOUND');
      const [kept, dropped] = [await readyFile(world.storage, ana.id), await readyFile(world.storage, ana.id)];
      await add(kept);
      const i = newCid();
      await add(dropped, i);
      world.clock.jump(50 * 24 * hour);
      expect(await world.storage.run('listDeadFiles', { limit: 9 })).not.toContain(kept);
      await dropOf(ana, i);
      world.clock.jump(2 * 24 * hour);
      const dead = await world.storage.run('listDeadFiles', { limit: 9 });
      expect([dead.includes(dropped), dead.includes(kept)]).toEqual([true, false]);
      world.clock.jump(9 * 24 * hour);
      await turn();
      const rows = [...(ben.client.chats.get(c)?.rows.values() ?? [])];
      expect(rows.at(-1)).toMatchObject({ k: messageKind.media, b: { f: [{ id: kept }] } });
    });
  });
}

const joinedNow = writeUnit(async (tx, { user }: { user: number }) => {
  await tx.sql('UPDATE members SET joined_at = ? WHERE user_id = ?', [tx.now, user]);
});

describe('scheduled messages', () => suite({}));

describePostgres('scheduled messages on PostgreSQL', (getUrl) =>
  suite({ open: (now) => openPostgres(getUrl(), { now }), patienceMs: 15 }),
);
