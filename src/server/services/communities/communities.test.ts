import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import type { AppError } from '#protocol/errors.ts';
import type { ChatId, MemberId, UserId } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import { chatClient, type ChatClient } from '#testing/chatClient.ts';
import { findBrokenInvariants } from '#testing/chatInvariants.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import { verifyDeltas } from '#testing/verifyDeltas.ts';

const dayMs = 24 * 3_600_000;
let world: ChatWorld;
afterEach(() => world.close());

async function start(...names: string[]): Promise<{ ids: UserId[]; people: ChatClient[] }> {
  world = await createChatWorld();
  const ids: UserId[] = [];
  for (const name of names) ids.push(await world.person(name));
  const people = ids.map((id) => chatClient(world, id));
  for (const client of people) await client.open();
  return { ids, people };
}
const open: ChatSettings = { join: joinMode.open, listed: 1 };
async function found(
  client: ChatClient,
  more: { set?: ChatSettings; cap?: number; hist?: number; code?: string } = {},
) {
  const { chat } = await client.ask('community.create', {
    op: newOp(),
    title: 'Film Pelan',
    about: 'Slow photographs',
    nn: 'Owner',
    set: open,
    ...more,
  });
  return chat.h.c;
}
const join = (client: ChatClient, c: ChatId, nn: string, code?: string) =>
  client.ask('community.join', { c, nn, op: newOp(), ...(code === undefined ? {} : { code }) });
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: AppError) => error.code,
  );
async function send(client: ChatClient, c: ChatId, x: string, at?: [number, number, MemberId][]) {
  const item = { i: toCid(randomUUID()), k: 1 as const, b: { x, ...(at ? { at } : {}) } };
  const { items } = await client.ask('message.send', { c, items: [item] });
  return items[0] as { s: number; n: number } & { code?: string };
}
const midOf = (client: ChatClient, c: ChatId): MemberId => client.chats.get(c)?.chat.me.mid as MemberId;
const rowsOf = (client: ChatClient, c: ChatId): unknown[] =>
  [...(client.chats.get(c)?.rows.values() ?? [])].toSorted((a, b) => a.s - b.s).map(({ b }) => b?.['x'] ?? b?.['ev']);

async function settle(people: ChatClient[]): Promise<void> {
  await world.wait(20_000);
  for (const client of people) for (const c of client.chats.keys()) await client.loadAll(c);
  for (const d of await verifyDeltas(world, people)) expect(d.actual).toEqual(d.expected);
  expect(await findBrokenInvariants(world, people)).toEqual([]);
  expect(world.failures).toEqual([]);
}

describe('a community', () => {
  it('is founded once, is found by strangers, and lets them in under names of their own', async () => {
    const { people } = await start('ana', 'ben');
    const [ana, ben] = people as [ChatClient, ChatClient];
    const op = newOp();
    const input = { op, title: 'Film Pelan', about: 'Slow photographs', nn: 'Owner', set: open };
    const { chat } = await ana.ask('community.create', input);
    expect((await ana.ask('community.create', input)).chat.h.c).toBe(chat.h.c);
    const { c } = chat.h;
    expect(chat.meta).toMatchObject({ kind: 3, title: 'Film Pelan', cap: 5_000, hist: 180, receipts: 0, set: open });
    expect(chat.me).toMatchObject({ ro: memberRole.owner, st: memberState.joined });
    for (const q of ['ＦＩＬＭ', 'slow', 'pelan photo', '']) {
      const { items } = await ben.ask('community.find', { q, sort: 'activity' });
      expect(items.map((card) => card.c)).toEqual([c]);
    }
    for (const input_ of [{ q: 'f%m' }, { q: 'nothing' }, { cat: 'music' as const }])
      expect((await ben.ask('community.find', { ...input_, sort: 'name' })).items).toEqual([]);
    await join(ben, c, 'Ben der Bär');
    await world.wait(0);
    expect(ben.chats.get(c)?.chat.meta.title).toBe('Film Pelan');
    expect((await ben.ask('community.peek', { c })).me).toBe('member');
    await send(ben, c, 'hello');
    await world.wait(4_000);
    expect(ana.chats.get(c)?.chat).toMatchObject({ unread: 1, head: { cnt: 2, l: { x: 'hello', nn: 'Ben der Bär' } } });
    await settle(people);
  });

  it('takes nobody whom another person adds: that would tell the accounts of both', async () => {
    const { ids, people } = await start('ana', 'ben');
    const [ana, ben] = people as [ChatClient, ChatClient];
    const c = await found(ana);
    const add = () => ana.ask('chat.invite', { c, users: [ids[1] as UserId], op: newOp() });
    expect(await codeOf(add())).toBe('FORBIDDEN');
    expect(ben.chats.has(c)).toBe(false);
    await join(ben, c, 'Ben');
    expect(await codeOf(add())).toBe('FORBIDDEN');
    await settle(people);
  });

  it('is entered by a connection only when what was before its person came in has been told: every reading says when that was', async () => {
    const { ids, people } = await start('ana', 'ben');
    const [ana, ben] = people as [ChatClient, ChatClient];
    const c = await found(ana);
    await send(ana, c, 'hello');
    await join(ben, c, 'Ben');
    const user = ids[1] as UserId;
    const { chats } = await world.storage.run('openSync', { user, u: 0, have: [], open: [], page: 1 });
    expect(chats).toMatchObject([{ c, joinRev: 3, rev: 3 }]);
    expect(await world.storage.run('listMyChats', { user })).toEqual(chats.map(({ rev: _rev, ...chat }) => chat));
    await settle(people);
  });

  it('shows who comes in nothing that was to be told to those who have just gone', async () => {
    const { people } = await start('ana', 'ben');
    const [ana, ben] = people as [ChatClient, ChatClient];
    const c = await found(ana, { hist: 0 });
    await send(ana, c, 'from before');
    await ana.ask('chat.leave', { c, op: newOp() });
    await join(ben, c, 'Ben');
    await world.wait(20_000);
    expect(JSON.stringify(ben.packets)).not.toContain('from before');
    await send(ben, c, 'from now on');
    await settle(people);
    expect(JSON.stringify(ben.packets)).toContain('from now on');
  });

  it('keeps names apart that look alike, and frees them when their owner leaves', async () => {
    const { people } = await start('ana', 'ben', 'eva');
    const [ana, ben, eva] = people as [ChatClient, ChatClient, ChatClient];
    const c = await found(ana);
    await join(ben, c, 'カメラ');
    for (const nn of ['カメラ', 'かめら', 'ｶﾒﾗ', ' カ メ ラ '])
      expect(await codeOf(join(eva, c, nn)), nn).toBe('NAME_TAKEN');
    expect(await codeOf(join(eva, c, '...'))).toBe('BAD');
    await join(eva, c, 'Eva');
    expect(await codeOf(eva.ask('community.profile', { c, nn: 'OWNER', op: newOp() }))).toBe('NAME_TAKEN');
    await ben.ask('chat.leave', { c, op: newOp() });
    await eva.ask('community.profile', { c, nn: 'かめら', op: newOp() });
    const { items } = await ana.ask('members.list', { c, q: 'カメ' });
    expect(items).toMatchObject([{ u: midOf(eva, c), nn: 'かめら', pv: 2 }]);
    await settle(people);
  });

  it('gives who comes back his number, a fresh start, and the window of history', async () => {
    const { people } = await start('ana', 'ben');
    const [ana, ben] = people as [ChatClient, ChatClient];
    const c = await found(ana, { hist: 2 });
    await send(ana, c, 'long ago');
    await world.clock.advance(3 * dayMs);
    await send(ana, c, 'lately');
    await join(ben, c, 'Ben');
    await world.wait(0);
    const mid = midOf(ben, c);
    await ben.loadAll(c);
    expect(rowsOf(ben, c)).toEqual(['lately']);
    expect(ben.chats.get(c)?.chat.unread).toBe(0);
    await ben.ask('chat.leave', { c, op: newOp() });
    await world.wait(0);
    expect(ben.chats.has(c)).toBe(false);
    expect(await codeOf(ben.ask('history.get', { c, before: 99, limit: 10 }))).toBe('NOT_MEMBER');
    await send(ana, c, 'while away');
    await world.clock.advance(dayMs);
    await join(ben, c, 'Ben again');
    await world.wait(0);
    expect(midOf(ben, c)).toBe(mid);
    await ben.loadAll(c);
    expect(rowsOf(ben, c)).toEqual(['lately', 'while away']);
    await settle(people);
  });

  it('tells of edits and unsends of what is older than the newest member may see without its text', async () => {
    const { people } = await start('ana', 'ben', 'eva');
    const [ana, ben, eva] = people as [ChatClient, ChatClient, ChatClient];
    const c = await found(ana, { hist: 0 });
    await join(ben, c, 'Ben');
    const old = await send(ana, c, 'old text');
    const second = await send(ana, c, 'second text');
    await join(eva, c, 'Eva');
    await ben.loadAll(c);
    await ben.show([c]);
    await eva.show([c]);
    await ana.ask('message.edit', { c, s: second.s, b: { x: 'changed text' }, op: newOp() });
    await ana.ask('message.react', { c, s: old.s, e: '👍', op: newOp() });
    await world.wait(1_000);
    await ben.tidy();
    expect(JSON.stringify(eva.packets)).not.toMatch(/old text|second text|changed text/);
    expect(rowsOf(ben, c)).toContain('changed text');
    await ana.ask('message.unsend', { c, s: old.s, op: newOp() });
    await settle(people);
  });

  it('brings its messages to who shows it, and its head and mentions to the others', async () => {
    const { people } = await start('ana', 'ben', 'eva');
    const [ana, ben, eva] = people as [ChatClient, ChatClient, ChatClient];
    const c = await found(ana);
    await join(ben, c, 'Ben');
    await join(eva, c, 'Eva');
    await world.wait(20_000);
    await ben.show([c]);
    const before = eva.packets.length;
    for (let index = 0; index < 10; index += 1) await send(ana, c, `text ${index}`);
    await send(ana, c, 'hi Eva', [[3, 3, midOf(eva, c)]]);
    await world.wait(3_500);
    expect(ben.chats.get(c)?.chat).toMatchObject({ unread: 11, sync: { state: 'fresh' } });
    expect(eva.chats.get(c)?.chat).toMatchObject({ unread: 11, mentions: 1 });
    const told = eva.packets.slice(before);
    expect(told.filter(({ t }) => t === 'delta')).toEqual([]);
    expect(told.length).toBeLessThan(6);
    await ben.show([]);
    await send(ana, c, 'one more');
    await world.wait(3_500);
    expect(ben.chats.get(c)?.chat.unread).toBe(12);
    await settle(people);
  });

  it('asks for its code, and is not there for who does not have it', async () => {
    const { people } = await start('ana', 'ben');
    const [ana, ben] = people as [ChatClient, ChatClient];
    const c = await found(ana, { set: { join: joinMode.code }, code: 'half-frame' });
    expect(JSON.stringify(ana.chats.get(c)?.chat.meta)).not.toContain('half-frame');
    for (const code of [undefined, 'full-frame', '']) expect(await codeOf(join(ben, c, 'Ben', code))).toBe('NOT_FOUND');
    await join(ben, c, 'Ben', 'half-frame');
    const closed = await found(ana, { set: {} });
    expect(await codeOf(join(ben, closed, 'Ben'))).toBe('NOT_FOUND');
    expect(await codeOf(ben.ask('community.peek', { c: closed }))).toBe('NOT_FOUND');
    const asking = await found(ana, { set: { join: joinMode.approval } });
    expect(await join(ben, asking, 'Ben')).toEqual({ c: asking, state: 'waiting' });
    expect(await codeOf(ana.ask('community.create', { op: newOp(), title: 'x', nn: 'y', set: { join: 3 } }))).toBe(
      'BAD',
    );
    await settle(people);
  });

  it('lets strangers read its newest messages only where it says so, and never who was banned', async () => {
    const { people } = await start('ana', 'ben');
    const [ana, ben] = people as [ChatClient, ChatClient];
    const shy = await found(ana);
    await send(ana, shy, 'for members');
    expect(await ben.ask('community.peek', { c: shy })).not.toHaveProperty('rows');
    const c = await found(ana, { set: { ...open, peek: 1, rules: 'Be kind' } });
    await send(ana, c, 'for all');
    const peek = await ben.ask('community.peek', { c });
    expect(peek).toMatchObject({ rules: 'Be kind', names: [[midOf(ana, c), 'Owner']] });
    expect(peek.rows?.map(({ b }) => b?.['x'])).toEqual(['for all']);
  });

  it('takes exactly as many as its cap, whoever races', async () => {
    const { people } = await start('ana', ...Array.from({ length: 12 }, (_, index) => `p${index}`));
    const [ana, ...others] = people as [ChatClient, ...ChatClient[]];
    const c = await found(ana, { cap: 8 });
    const running = others.map((client, index) =>
      world.begin(client.user, 'community.join', { c, nn: `name ${index}`, op: newOp() }).then(
        () => 'ok',
        (error: AppError) => error.code,
      ),
    );
    await world.drive(running);
    const answers = await Promise.all(running);
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(7);
    expect(answers.filter((answer) => answer === 'FULL')).toHaveLength(5);
    await world.wait(20_000);
    expect((await ana.ask('members.list', { c, range: [0, 100] })).total).toBe(8);
    await settle(people);
  });

  it('knows its members by order and by letter', async () => {
    const names = ['zoe', 'Ärger', 'bea', 'ben', 'abe', 'のぞみ'];
    const { people } = await start('ana', ...names);
    const [ana, ...others] = people as [ChatClient, ...ChatClient[]];
    const c = await found(ana);
    for (const [index, client] of others.entries()) await join(client, c, names[index] as string);
    const { items } = await ana.ask('members.list', { c, range: [0, 10] });
    expect(items.map(({ nn }) => nn)).toEqual(['Owner', 'abe', 'Ärger', 'bea', 'ben', 'zoe', 'のぞみ']);
    expect(await ana.ask('members.index', { c })).toMatchObject({
      total: 7,
      staff: 1,
      letters: [
        ['a', 1],
        ['b', 3],
        ['z', 5],
        ['の', 6],
      ],
    });
    expect(await codeOf(world.ask(await world.person('eve'), 'members.index', { c }))).toBe('NOT_MEMBER');
  });
});
