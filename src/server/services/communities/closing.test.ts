import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ActId } from '#protocol/entities/guardedAct.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { codeOf, connectPeople, linesOf, perform, say, settlePeople, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld, type ChatWorldOptions } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

const open: ChatSettings = { join: joinMode.open, listed: 1, peek: 1 };

interface Scene {
  world: ChatWorld;
  /** owner, admin, member, and one who is not in */
  ana: ChatPerson;
  ben: ChatPerson;
  eva: ChatPerson;
  dan: ChatPerson;
  all: ChatPerson[];
  c: ChatId;
  code: string;
}

/** Who does not look at a community hears that it has gone on, and asks for the rest. */
async function look(people: readonly ChatPerson[]): Promise<void> {
  for (const { client } of people) await client.tidy();
}

const close = (person: ChatPerson, c: ChatId, op = newOp()) => perform(person, 'community.close', { c, op });
const leave = (person: ChatPerson, c: ChatId) => perform(person, 'chat.leave', { c, op: newOp() });
const midOf = ({ client }: ChatPerson, c: ChatId) => client.chats.get(c)?.chat.me.mid as MemberId;
const send = async ({ client }: ChatPerson, c: ChatId): Promise<string> => {
  const item = { i: toCid(randomUUID()), k: 1 as const, b: { x: 'late' } };
  const [answer] = (await client.ask('message.send', { c, items: [item] })).items;
  return answer && 'code' in answer ? answer.code : 'ok';
};
const found = async ({ client }: ChatPerson) =>
  (await client.ask('community.find', { sort: 'name' })).items.map(({ c }) => c);

function defineSuite(make: (options?: ChatWorldOptions) => Promise<ChatWorld>): void {
  async function start(): Promise<Scene> {
    const world = await make();
    const all = await connectPeople(world, ['ana', 'ben', 'eva', 'dan']);
    const [ana, ben, eva, dan] = all as [ChatPerson, ChatPerson, ChatPerson, ChatPerson];
    const input = { op: newOp(), title: 'Film', nn: 'Owl', set: open };
    const { c } = (await perform(ana, 'community.create', input)).chat.h;
    await perform(ben, 'community.join', { c, nn: 'Dew', op: newOp() });
    await perform(eva, 'community.join', { c, nn: 'Fern', op: newOp() });
    for (const { client } of [ana, ben, eva]) await client.loadAll(c);
    await world.clock.advance(limits.rightsAfterMs + 1_000);
    await perform(ana, 'chat.role', { c, member: midOf(ben, c), role: memberRole.admin, op: newOp() });
    const { link } = await perform(ana, 'link.create', { c, op: newOp() });
    return { world, ana, ben, eva, dan, all, c, code: link.code };
  }

  it('is left by its owner only when it has another one, or is closed', async () => {
    const { world, ana, ben, all, c } = await start();
    expect(await codeOf(leave(ana, c))).toBe('OWNER');
    await perform(ana, 'chat.role', { c, member: midOf(ben, c), role: memberRole.owner, op: newOp() });
    expect(await codeOf(leave(ana, c))).toBe('ok');
    expect(await codeOf(leave(ben, c))).toBe('OWNER');
    await close(ben, c);
    expect(await codeOf(leave(ben, c))).toBe('ok');
    await settlePeople(world, all);
    await world.close();
  });

  it('that is closed is read by its members, and nobody writes, changes or comes in any more', async () => {
    const { world, ana, ben, eva, dan, all, c, code } = await start();
    const s = await say(eva, c, 'hello');
    await world.wait(500);
    expect(await codeOf(close(ben, c))).toBe('FORBIDDEN');
    expect(await codeOf(close(dan, c))).toBe('NOT_MEMBER');
    const op = newOp();
    const closed = await close(ana, c, op);
    expect(await close(ana, c, op)).toEqual(closed);
    expect(await codeOf(close(ana, c))).toBe('FORBIDDEN');
    await world.wait(4_000);
    await look([ana, ben, eva]);
    for (const { client } of [ana, ben, eva])
      expect(client.chats.get(c)?.chat.meta.set).toMatchObject({ over: expect.any(Number) });
    for (const person of [ana, ben, eva]) expect(await send(person, c)).toBe('FORBIDDEN');
    const acts: (() => Promise<unknown>)[] = [
      () => eva.client.ask('message.react', { c, s, e: '👍', op: newOp() }),
      () => eva.client.ask('message.edit', { c, s, b: { x: 'changed' }, op: newOp() }),
      () => perform(ana, 'chat.meta', { c, title: 'Other', op: newOp() }),
      () => perform(ana, 'chat.settings', { c, set: { slow: 5 }, op: newOp() }),
      () => perform(ana, 'chat.pin', { c, s, on: true, op: newOp() }),
      () => perform(ben, 'chat.kick', { c, members: [midOf(eva, c)], op: newOp() }),
      () => perform(ben, 'member.mute', { c, member: midOf(eva, c), minutes: 5, op: newOp() }),
      () => perform(ana, 'chat.role', { c, member: midOf(eva, c), role: memberRole.moderator, op: newOp() }),
      () => perform(ana, 'link.create', { c, op: newOp() }),
    ];
    for (const act of acts) expect(await codeOf(act())).toBe('FORBIDDEN');
    expect(await found(dan)).toEqual([]);
    expect(await codeOf(dan.client.ask('community.peek', { c }))).toBe('NOT_FOUND');
    expect(await codeOf(dan.client.ask('link.peek', { code }))).toBe('GONE');
    expect(await codeOf(perform(dan, 'community.join', { c, nn: 'Moss', op: newOp() }))).toBe('NOT_FOUND');
    expect(await codeOf(perform(dan, 'link.use', { code, nn: 'Moss', op: newOp() }))).toBe('GONE');
    const page = await eva.client.ask('history.get', { c, before: 1_000, limit: 50 });
    expect(page.rows.map(({ b }) => b?.['x'])).toContain('hello');
    await leave(eva, c);
    expect(eva.client.chats.has(c)).toBe(false);
    await settlePeople(world, all);
    await world.close();
  });

  it('that is closed has closed its rooms with it: they are read, and nobody writes or changes anything there', async () => {
    const { world, ana, ben, eva, all, c } = await start();
    const { room } = await perform(ana, 'room.create', { c, title: 'Lenses', op: newOp() });
    await ana.client.show([room]);
    await eva.client.show([room]);
    const s = await say(eva, room, 'hello');
    await close(ana, c);
    for (const person of [ana, ben, eva]) expect(await send(person, room)).toBe('FORBIDDEN');
    const acts: (() => Promise<unknown>)[] = [
      () => eva.client.ask('message.react', { c: room, s, e: '👍', op: newOp() }),
      () => eva.client.ask('message.edit', { c: room, s, b: { x: 'changed' }, op: newOp() }),
      () => perform(ana, 'message.unsend', { c: room, s, op: newOp() }),
      () => perform(ana, 'room.update', { c, room, title: 'Other', op: newOp() }),
      () => perform(ana, 'room.create', { c, title: 'More', op: newOp() }),
    ];
    for (const act of acts) expect(await codeOf(act())).toBe('FORBIDDEN');
    const page = await eva.client.ask('history.get', { c: room, before: 1_000, limit: 50 });
    expect(page.rows.map(({ b }) => b?.['x'])).toContain('hello');
    await settlePeople(world, all);
    await world.close();
  });

  it('that is closed opens again as it was, by who led it, for 72 hours', async () => {
    const { world, ana, ben, eva, dan, all, c, code } = await start();
    await close(ana, c);
    const { items } = await ben.client.ask('act.list', { c });
    const act = items.find(({ kind }) => kind === 'close');
    expect(act).toMatchObject({ n: 1, by: midOf(ana, c) });
    const undo = (person: ChatPerson) => perform(person, 'act.undo', { c, id: act?.id as ActId, op: newOp() });
    expect(await codeOf(undo(eva))).toBe('FORBIDDEN');
    await undo(ben);
    await world.wait(4_000);
    await look([ana]);
    expect(ana.client.chats.get(c)?.chat.meta.set).toEqual(open);
    await ana.client.loadAll(c);
    expect(
      linesOf(ana, c)
        .map(({ ev }) => ev)
        .slice(-2),
    ).toEqual(['closed', 'undone']);
    expect(await send(eva, c)).toBe('ok');
    expect(await found(dan)).toEqual([c]);
    expect(await codeOf(perform(dan, 'link.use', { code, nn: 'Moss', op: newOp() }))).toBe('ok');
    await dan.client.loadAll(c);
    expect(await codeOf(undo(ben))).toBe('GONE');
    await close(ana, c);
    const [again] = (await ana.client.ask('act.list', { c })).items.filter(({ kind }) => kind === 'close');
    await world.clock.advance(limits.undoMs + 1);
    const late = () => perform(ana, 'act.undo', { c, id: again?.id as ActId, op: newOp() });
    expect(['WINDOW', 'NOT_FOUND']).toContain(await codeOf(late()));
    await settlePeople(world, all);
    await world.close();
  });

  it('cannot be founded closed', async () => {
    const { world, ana } = await start();
    const set = { ...open, over: 5 } as never;
    const { chat } = await perform(ana, 'community.create', { op: newOp(), title: 'Second', nn: 'Owl', set });
    expect(chat.meta?.set).not.toHaveProperty('over');
    await world.close();
  });
}

describe('a community on SQLite', () => defineSuite(createChatWorld));

describePostgres('a community on PostgreSQL', (getUrl) =>
  defineSuite((options) =>
    createChatWorld({ ...options, open: (now) => openPostgres(getUrl(), { now }), patienceMs: 40 }),
  ),
);
