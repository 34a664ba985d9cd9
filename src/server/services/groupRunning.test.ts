import { describe, expect, it } from 'vitest';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import type { AppError } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import type { RequestInput } from '#protocol/requests.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { writeUnit } from '#server/storage/unit.ts';
import {
  codeOf,
  connectPeople,
  perform,
  linesOf,
  makeGroup,
  say,
  settlePeople,
  type ChatPerson,
} from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld, type ChatWorldOptions } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

const hour = 3_600_000;
const day = 24 * hour;
const mid = ({ id }: ChatPerson) => toMemberId(id);
const { admin, member, moderator, owner } = memberRole;

type Four = [ChatPerson, ChatPerson, ChatPerson, ChatPerson];
interface Scene {
  world: ChatWorld;
  people: Four;
  c: ChatId;
}

/** Makes a group a community without changing anything else, as far as these requests see it. */
const makeCommunity = writeUnit(async (tx, { c, settings }: { c: ChatId; settings: string }) => {
  await tx.sql('UPDATE chats SET kind = 3, settings = ? WHERE id = ?', [settings, c]);
});
const raiseAll = writeUnit(async (tx, c: ChatId) => {
  await tx.sql('UPDATE members SET role = 2 WHERE chat_id = ? AND role = 0', [c]);
});

const give = (person: ChatPerson, c: ChatId, to: ChatPerson, role: number) =>
  perform(person, 'chat.role', { c, member: mid(to), role, op: newOp() });
const kick = (person: ChatPerson, c: ChatId, ...others: ChatPerson[]) =>
  perform(person, 'chat.kick', { c, members: others.map(mid), op: newOp() });
const ban = (person: ChatPerson, c: ChatId, who: ChatPerson, isBanned = true) =>
  perform(person, 'chat.ban', { c, member: mid(who), ban: isBanned, op: newOp() });
const pin = (person: ChatPerson, input: Omit<RequestInput<'chat.pin'>, 'op'>) =>
  perform(person, 'chat.pin', { ...input, op: newOp() });

function defineSuite(make: (options?: ChatWorldOptions) => Promise<ChatWorld>): void {
  /** A group of Ana (owner), Ben and Eva, a day old; Dan is a friend outside. */
  const start = async (): Promise<Scene> => {
    const world = await make();
    const people = (await connectPeople(world, ['ana', 'ben', 'eva', 'dan'])) as Four;
    const c = await makeGroup(world, people.slice(0, 3));
    await world.wait(day);
    return { world, people, c };
  };
  const roleOf = async ({ client }: ChatPerson, c: ChatId, who: ChatPerson) =>
    (await client.ask('members.list', { c, ids: [mid(who)] })).items[0]?.ro;
  const stateOf = async ({ client }: ChatPerson, c: ChatId, who: ChatPerson) =>
    (await client.ask('members.list', { c, ids: [mid(who)] })).items[0]?.st;

  describe('roles', () => {
    it('are given by the owner, told in a line, and refused to who may not', async () => {
      const { world, people, c } = await start();
      const [ana, ben, eva, dan] = people;
      expect(await codeOf(give(ben, c, eva, admin))).toBe('FORBIDDEN');
      await give(ana, c, ben, admin);
      expect(ben.client.chats.get(c)?.chat.me.ro).toBe(admin);
      expect(linesOf(eva, c).at(-1)).toEqual({ ev: 'role', by: ana.id, who: [ben.id], role: admin });
      expect(await codeOf(give(ben, c, eva, admin))).toBe('FORBIDDEN');
      await give(ben, c, eva, moderator);
      expect(await codeOf(give(eva, c, ben, member))).toBe('FORBIDDEN');
      expect(await codeOf(give(ben, c, ana, member))).toBe('FORBIDDEN');
      expect(await codeOf(give(ben, c, ben, owner))).toBe('FORBIDDEN');
      expect(await codeOf(give(ana, c, dan, admin))).toBe('NOT_FOUND');
      expect(await codeOf(give(dan, c, ben, admin))).toBe('NOT_MEMBER');
      const { r } = await give(ana, c, ben, admin);
      expect(r).toBe(ana.client.chats.get(c)?.chat.head.rev);
      await give(ana, c, ben, member);
      expect(await roleOf(eva, c, ben)).toBe(member);
      await settlePeople(world, people);
      await world.close();
    });

    it('rise only a day after the join, with the time that is left; they fall at any time', async () => {
      const { world, people, c } = await start();
      const [ana, ben, , dan] = people;
      await perform(ana, 'chat.invite', { c, users: [dan.id], op: newOp() });
      await world.wait(hour);
      for (const role of [moderator, admin, owner]) {
        const refusal = await give(ana, c, dan, role).catch((error: AppError) => error);
        expect(refusal).toMatchObject({ code: 'WINDOW' });
        const { retry = 0 } = refusal as AppError;
        expect(Math.abs(retry - 23 * hour)).toBeLessThan(hour / 60);
      }
      await give(ana, c, ben, admin);
      await world.wait(23 * hour);
      await give(ana, c, dan, admin);
      await give(ana, c, dan, member);
      await settlePeople(world, people);
      // Who comes back is new again.
      await kick(ana, c, dan);
      await perform(ana, 'chat.invite', { c, users: [dan.id], op: newOp() });
      expect(await codeOf(give(ana, c, dan, moderator))).toBe('WINDOW');
      await world.close();
    });

    it('pass on: the giver becomes an admin, and there is one owner', async () => {
      const { world, people, c } = await start();
      const [ana, ben, eva] = people;
      const op = newOp();
      const handOver = () => perform(ana, 'chat.role', { c, member: mid(ben), role: owner, op });
      const first = await handOver();
      expect([await roleOf(eva, c, ana), await roleOf(eva, c, ben)]).toEqual([admin, owner]);
      expect(ana.client.chats.get(c)?.chat.me.ro).toBe(admin);
      expect(linesOf(eva, c).at(-1)).toEqual({ ev: 'owner', by: ana.id, who: [ben.id] });
      await give(ben, c, ana, member);
      // A repeat is answered alike and does nothing: she could not do it any more.
      expect(await handOver()).toEqual(first);
      expect(await roleOf(eva, c, ben)).toBe(owner);
      expect(await codeOf(give(ana, c, eva, owner))).toBe('FORBIDDEN');
      await settlePeople(world, people);
      await world.close();
    });

    it('of admins are at most a hundred', async () => {
      const world = await make();
      const [ana, last] = (await connectPeople(world, ['ana', 'last'])) as [ChatPerson, ChatPerson];
      const crowd: ChatPerson[] = [];
      for (let n = 0; n < 100; n += 1) crowd.push({ ...ana, id: await world.person(`p${n}`) });
      const { chat } = await ana.client.ask('chat.create', {
        i: newOp(),
        kind: 2,
        title: 'Many',
        users: crowd.map(({ id }) => id),
      });
      const many = chat.h.c;
      await perform(ana, 'chat.invite', { c: many, users: [last.id], op: newOp() });
      await world.storage.runUnit(raiseAll, many);
      await world.wait(day);
      await give(ana, many, last, member);
      expect(await codeOf(give(ana, many, last, admin))).toBe('FULL');
      // One of the hundred hands his place to the giver.
      await give(ana, many, crowd[0] as ChatPerson, owner);
      await world.close();
    });
  });

  describe('leaving', () => {
    it('quietly tells nobody in words, and every device in the list', async () => {
      const { world, people, c } = await start();
      const [ana, ben, eva] = people;
      const s = await say(ana, c, 'hello');
      await world.wait(0);
      const before = ana.client.chats.get(c)?.chat.head;
      const packets = ana.client.packets.length;
      const op = newOp();
      const first = await perform(ben, 'chat.leave', { c, quiet: true, op });
      expect(await perform(ben, 'chat.leave', { c, quiet: true, op })).toEqual(first);
      const news = ana.client.packets.slice(packets).flatMap((one) => (one.t === 'delta' ? one.deltas : []));
      expect(news).toHaveLength(1);
      expect(Object.keys(news[0] ?? {}).toSorted()).toEqual(['a', 'b', 'c', 'head', 'mem']);
      expect(news[0]?.mem).toMatchObject([{ u: ben.id, st: memberState.left }]);
      expect(news[0]?.head).toMatchObject({ ls: s, l: before?.l, cnt: 2, b: before?.b });
      expect(ben.client.chats.has(c)).toBe(false);
      expect(await codeOf(ben.client.ask('history.get', { c, after: 0, limit: 10 }))).toBe('NOT_MEMBER');
      expect(linesOf(eva, c).map(({ ev }) => ev)).toEqual(['created']);
      await settlePeople(world, people);
      // The owner's place is passed on all the same, and that is told.
      await perform(ana, 'chat.leave', { c, quiet: true, op: newOp() });
      expect(linesOf(eva, c).map(({ ev }) => ev)).toEqual(['created', 'owner']);
      await settlePeople(world, people);
      await world.close();
    });

    it('a community is for its owner only after the hand-over, or as the last one', async () => {
      const { world, people, c } = await start();
      const [ana, ben, eva] = people;
      await world.storage.runUnit(makeCommunity, { c, settings: '{}' });
      const leave = ({ id }: ChatPerson) => world.ask(id, 'chat.leave', { c, op: newOp() });
      const lastSeq = async () => (await world.ask(ana.id, 'sync.delta', { items: [{ c, since: 0 }] })).items[0];
      expect(await codeOf(leave(ana))).toBe('OWNER');
      const before = await lastSeq();
      await leave(eva);
      // Without the setting for it no line is written.
      expect(before && 'delta' in before && before.delta.head.ls).toBe(
        await lastSeq().then((item) => item && 'delta' in item && item.delta.head.ls),
      );
      await world.storage.runUnit(makeCommunity, { c, settings: '{"lines":1}' });
      await leave(ben);
      const item = await lastSeq();
      expect(item && 'delta' in item && item.delta.head.l?.b).toEqual({ ev: 'left', by: ben.id });
      expect(await codeOf(leave(ana))).toBe('ok');
      await world.close();
    });
  });

  describe('removing', () => {
    it('takes several out with one line, all or nobody', async () => {
      const { world, people, c } = await start();
      const [ana, ben, eva, dan] = people;
      expect(await codeOf(kick(ben, c, eva))).toBe('FORBIDDEN');
      await give(ana, c, ben, admin);
      expect(await codeOf(kick(ben, c, eva, ana))).toBe('FORBIDDEN');
      expect(await stateOf(ana, c, eva)).toBe(memberState.joined);
      await perform(ana, 'chat.invite', { c, users: [dan.id], op: newOp() });
      const input = { c, members: [mid(eva), mid(dan), mid(eva)], op: newOp() };
      const first = await perform(ben, 'chat.kick', input);
      expect(await perform(ben, 'chat.kick', input)).toEqual(first);
      const last = linesOf(ana, c).at(-1);
      expect(last).toMatchObject({ ev: 'removed', by: ben.id });
      expect(new Set(last?.who)).toEqual(new Set([eva.id, dan.id]));
      expect(await codeOf(kick(ben, c, eva, dan))).toBe('NOT_FOUND');
      expect(eva.client.chats.has(c)).toBe(false);
      await settlePeople(world, people);
      await world.close();
    });

    it('with a ban keeps the account out until somebody lifts it', async () => {
      const { world, people, c } = await start();
      const [ana, ben, eva, dan] = people;
      expect(await codeOf(ban(ben, c, eva))).toBe('FORBIDDEN');
      expect(await codeOf(ban(ana, c, dan))).toBe('NOT_FOUND');
      expect(await codeOf(ban(ana, c, ana))).toBe('FORBIDDEN');
      const input = { c, member: mid(eva), ban: true, op: newOp() };
      const first = await perform(ana, 'chat.ban', input);
      expect(await perform(ana, 'chat.ban', input)).toEqual(first);
      expect(linesOf(ben, c).at(-1)).toEqual({ ev: 'banned', by: ana.id, who: [eva.id] });
      expect(await stateOf(ben, c, eva)).toBe(memberState.banned);
      expect(eva.client.chats.has(c)).toBe(false);
      const invite = () => perform(ana, 'chat.invite', { c, users: [eva.id], op: newOp() });
      await expect(invite()).rejects.toThrow();
      await settlePeople(world, people);
      const rev = ana.client.chats.get(c)?.chat.head.rev;
      expect((await ban(ana, c, eva)).r).toBe(rev);
      await ban(ana, c, eva, false);
      expect(await stateOf(ben, c, eva)).toBe(memberState.left);
      await invite();
      expect(await stateOf(ben, c, eva)).toBe(memberState.joined);
      await settlePeople(world, people);
      await world.close();
    });

    it('bans who has left already, without a line', async () => {
      const { world, people, c } = await start();
      const [ana, ben, eva] = people;
      await perform(eva, 'chat.leave', { c, op: newOp() });
      const lines = linesOf(ben, c).length;
      await ban(ana, c, eva);
      expect(linesOf(ben, c)).toHaveLength(lines);
      expect(ben.client.chats.get(c)?.members.get(eva.id)).toMatchObject({ st: memberState.banned });
      await expect(perform(ana, 'chat.invite', { c, users: [eva.id], op: newOp() })).rejects.toThrow();
      await settlePeople(world, people);
      await world.close();
    });
  });

  describe('description', () => {
    it('is set beside the name or alone, and taken away', async () => {
      const { world, people, c } = await start();
      const [ana, ben, , dan] = people;
      const meta = (person: ChatPerson, change: { title?: string; about?: string }) =>
        perform(person, 'chat.meta', { c, ...change, op: newOp() });
      await meta(ben, { title: 'Walks', about: '  Every Sunday  ' });
      expect(ana.client.chats.get(c)?.chat.meta).toMatchObject({ title: 'Walks', about: 'Every Sunday' });
      expect(linesOf(ana, c).map(({ ev }) => ev)).toEqual(['created', 'renamed', 'about']);
      const { r } = await meta(ben, { about: 'Every Sunday' });
      expect(r).toBe(ana.client.chats.get(c)?.chat.head.rev);
      await meta(ana, { about: '' });
      expect(ben.client.chats.get(c)?.chat.meta.about).toBeUndefined();
      expect(await codeOf(meta(ana, {}))).toBe('BAD');
      expect(await codeOf(meta(dan, { about: 'x' }))).toBe('NOT_MEMBER');
      await settlePeople(world, people);
      await world.close();
    });
  });

  describe('announcements', () => {
    it('stand on top, at most five, the oldest goes first', async () => {
      const { world, people, c } = await start();
      const [ana, ben, eva] = people;
      const seqs: number[] = [];
      for (let n = 0; n < 6; n += 1) seqs.push(await say(eva, c, `news ${n}`));
      expect(await codeOf(pin(ben, { c, s: seqs[0] ?? 0, on: true }))).toBe('FORBIDDEN');
      /** What a device shows once everything has arrived: a chat that changes often is told of in packets. */
      const shown = async () => {
        await world.wait(1_000);
        return ben.client.chats.get(c)?.chat.meta.pins?.map(({ s }) => s);
      };
      for (const s of seqs) await pin(ana, { c, s, on: true });
      expect(await shown()).toEqual(seqs.slice(1).toReversed());
      expect(linesOf(eva, c).at(-1)).toEqual({ ev: 'pinned', by: ana.id, s: seqs[5] });
      await pin(ana, { c, s: seqs[1] ?? 0, on: true });
      expect(await shown()).toEqual([1, 5, 4, 3, 2].map((at) => seqs[at]));
      const input = { c, s: seqs[5] ?? 0, on: false, op: newOp() };
      const first = await perform(ana, 'chat.pin', input);
      expect(await perform(ana, 'chat.pin', input)).toEqual(first);
      expect(await shown()).toEqual([1, 4, 3, 2].map((at) => seqs[at]));
      const { r } = await pin(ana, { c, s: seqs[5] ?? 0, on: false });
      expect(r).toBe(first.r);
      await settlePeople(world, people);
      await world.close();
    });

    it('end with their time and with their message', async () => {
      const { world, people, c } = await start();
      const [ana, ben, eva] = people;
      const [one, two] = [await say(eva, c, 'one'), await say(eva, c, 'two')];
      const at = world.clock.now();
      await pin(ana, { c, s: one, on: true, days: 1 });
      await pin(ana, { c, s: two, on: true, days: 7 });
      const pins = () => ben.client.chats.get(c)?.chat.meta.pins;
      expect(pins()).toMatchObject([{ s: two }, { s: one }]);
      expect((pins()?.[1]?.ex ?? 0) - at).toBeGreaterThanOrEqual(day);
      await world.wait(day + hour);
      const three = await say(eva, c, 'three');
      await pin(ana, { c, s: three, on: true });
      expect(pins()?.map(({ s }) => s)).toEqual([three, two]);
      await perform(ana, 'message.unsend', { c, s: two, op: newOp() });
      expect(pins()?.map(({ s }) => s)).toEqual([three]);
      await perform(eva, 'message.unsend', { c, s: three, op: newOp() });
      expect(pins()).toBeUndefined();
      await settlePeople(world, people);
      await world.close();
    });

    it('are of messages of people that are there, and tell nobody what is below his floor', async () => {
      const { world, people, c } = await start();
      const [ana, , eva, dan] = people;
      const s = await say(eva, c, 'secret');
      const gone = await say(eva, c, 'gone');
      await perform(eva, 'message.unsend', { c, s: gone, op: newOp() });
      expect(await codeOf(pin(ana, { c, s: gone, on: true }))).toBe('GONE');
      expect(await codeOf(pin(ana, { c, s: 1, on: true }))).toBe('FORBIDDEN');
      expect(await codeOf(pin(ana, { c, s: 9_999, on: true }))).toBe('NOT_FOUND');
      await pin(ana, { c, s, on: true });
      await perform(ana, 'chat.invite', { c, users: [dan.id], op: newOp() });
      await world.wait(0);
      expect(dan.client.chats.get(c)?.chat.meta.pins).toMatchObject([{ s }]);
      expect((await dan.client.ask('messages.get', { c, seqs: [s] })).rows).toEqual([]);
      expect(JSON.stringify(dan.client.packets)).not.toContain('secret');
      await settlePeople(world, people);
      await world.close();
    });
  });
}

describe('running a group on SQLite', () => defineSuite(createChatWorld));

describePostgres('running a group on PostgreSQL', (getUrl) =>
  defineSuite((options) =>
    createChatWorld({ ...options, open: (now) => openPostgres(getUrl(), { now }), patienceMs: 15 }),
  ),
);
