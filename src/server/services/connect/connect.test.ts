import { describe, expect, it } from 'vitest';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { readUnit, writeUnit } from '#server/storage/unit.ts';
import { codeOf, connectPeople, perform, settlePeople, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld, type ChatWorldOptions } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

interface Scene {
  world: ChatWorld;
  ana: ChatPerson;
  ben: ChatPerson;
  eva: ChatPerson;
  all: ChatPerson[];
  c: ChatId;
}

const midOf = ({ client }: ChatPerson, c: ChatId) => client.chats.get(c)?.chat.me.mid as MemberId;
const ask = (person: ChatPerson, c: ChatId, other: ChatPerson) =>
  perform(person, 'connect.ask', { c, member: midOf(other, c), op: newOp() });
const answer = (person: ChatPerson, c: ChatId, other: ChatPerson, accept: boolean) =>
  perform(person, 'connect.answer', { c, member: midOf(other, c), accept, op: newOp() });
const asked = async ({ client }: ChatPerson) => (await client.ask('connect.list', {})).items.map(({ nn }) => nn);
/** How often the person's device was told that somebody asks. */
const heard = ({ client }: ChatPerson): number =>
  client.packets.filter((packet) => packet.t === 'signal' && packet.signal.name === 'asked').length;
const block = (person: ChatPerson, other: ChatPerson) =>
  perform(person, 'contact.set', { user: other.id, state: contactState.blocked, op: newOp() });
const readRelations = readUnit(async (tx) =>
  tx.sql<{ user_id: number; peer_id: number; state: number }>('SELECT user_id, peer_id, state FROM contacts', []),
);
/** As after many questions that nobody answered. */
const fillQuestions = writeUnit(async (tx, { c, from }: { c: ChatId; from: number }) => {
  for (let at = 0; at < limits.connectsMax; at += 1)
    await tx.sql('INSERT INTO connect_requests (chat_id, from_user, to_user, state, at) VALUES (?, ?, ?, 0, ?)', [
      c,
      from,
      1_000 + at,
      tx.now,
    ]);
});

function defineSuite(make: (options?: ChatWorldOptions) => Promise<ChatWorld>): void {
  async function start(): Promise<Scene> {
    const world = await make();
    const all = await connectPeople(world, ['ana', 'ben', 'eva']);
    const [ana, ben, eva] = all as [ChatPerson, ChatPerson, ChatPerson];
    const set = { join: joinMode.open };
    const { c } = (await perform(ana, 'community.create', { op: newOp(), title: 'Film', nn: 'Owl', set })).chat.h;
    await perform(ben, 'community.join', { c, nn: 'Dew', op: newOp() });
    await perform(eva, 'community.join', { c, nn: 'Fern', op: newOp() });
    return { world, ana, ben, eva, all, c };
  }
  const relations = async ({ world, all }: Pick<Scene, 'world' | 'all'>) => {
    const ids = all.map(({ id }) => id as number);
    const rows = await world.storage.runUnit(readRelations, undefined);
    return rows
      .filter(({ user_id: user }) => ids.includes(user))
      .map(({ user_id: user, peer_id: peer, state }) => [ids.indexOf(user), ids.indexOf(peer), state].join());
  };

  it('makes friends of two members when the one asks and the other agrees, once', async () => {
    const scene = await start();
    const { world, ana, ben, eva, all, c } = scene;
    const input = { c, member: midOf(ben, c), op: newOp() };
    expect(await perform(ana, 'connect.ask', input)).toEqual({ state: 'asked' });
    expect(await perform(ana, 'connect.ask', input)).toEqual({ state: 'asked' });
    await ask(ana, c, ben);
    expect([heard(ana), heard(ben), heard(eva)]).toEqual([0, 1, 0]);
    const { items } = await ben.client.ask('connect.list', {});
    expect(items).toEqual([{ c, title: 'Film', u: midOf(ana, c), nn: 'Owl', at: expect.any(Number) }]);
    expect(await asked(eva)).toEqual([]);
    expect(await relations(scene)).toEqual([]);
    expect(await codeOf(answer(eva, c, ana, true))).toBe('NOT_FOUND');
    const yes = { c, member: midOf(ana, c), accept: true, op: newOp() };
    expect(await perform(ben, 'connect.answer', yes)).toEqual({});
    expect(await perform(ben, 'connect.answer', yes)).toEqual({});
    expect((await relations(scene)).toSorted((one, other) => one.localeCompare(other))).toEqual(['0,1,1', '1,0,1']);
    const told = ({ client }: ChatPerson) => JSON.stringify(client.packets.filter(({ t }) => t === 'signal'));
    expect(told(ana)).toContain(`"u":${ben.id}`);
    expect(told(ben)).toContain(`"u":${ana.id}`);
    for (const { id } of [ana, ben]) expect(told(eva)).not.toContain(String(id));
    expect(await asked(ben)).toEqual([]);
    expect(await codeOf(answer(ben, c, ana, true))).toBe('NOT_FOUND');
    await settlePeople(world, all);
    await world.close();
  });

  it('two who ask each other meet at once, also when both ask at the same moment', async () => {
    const scene = await start();
    const { world, ana, ben, eva, all, c } = scene;
    await ask(ana, c, ben);
    expect(await ask(ben, c, ana)).toEqual({ state: 'met' });
    const both = (
      [
        [ana, eva],
        [eva, ana],
      ] as const
    ).map(([one, other]) => world.begin(one.id, 'connect.ask', { c, member: midOf(other, c), op: newOp() }));
    await world.drive(both);
    expect(
      (await Promise.all(both)).map(({ state }) => state).toSorted((one, other) => one.localeCompare(other)),
    ).toEqual(['asked', 'met']);
    expect(await relations(scene)).toHaveLength(4);
    await settlePeople(world, all);
    await world.close();
  });

  it('a "no" is told nobody, and the same question does not come again for a while', async () => {
    const scene = await start();
    const { world, ana, ben, all, c } = scene;
    await ask(ana, c, ben);
    await answer(ben, c, ana, false);
    expect(await asked(ben)).toEqual([]);
    expect(await ask(ana, c, ben)).toEqual({ state: 'asked' });
    expect(await asked(ben)).toEqual([]);
    await world.clock.advance(limits.connectAgainMs);
    await ask(ana, c, ben);
    expect(await asked(ben)).toEqual(['Owl']);
    expect(await relations(scene)).toEqual([]);
    await settlePeople(world, all);
    await world.close();
  });

  it('who is blocked asks in vain and does not learn it; who has left or was removed asks nobody any more', async () => {
    const scene = await start();
    const { world, ana, ben, eva, c } = scene;
    await block(ben, ana);
    expect(await ask(ana, c, ben)).toEqual({ state: 'asked' });
    expect(heard(ben)).toBe(0);
    expect(await asked(ben)).toEqual([]);
    expect(await codeOf(answer(ben, c, ana, true))).toBe('NOT_FOUND');
    // Whoever blocks somebody and asks him does not meet him by that either.
    expect(await ask(ben, c, ana)).toEqual({ state: 'asked' });
    expect(await asked(ana)).toEqual([]);
    await ask(eva, c, ana);
    expect(await asked(ana)).toEqual(['Fern']);
    const evas = midOf(eva, c);
    await perform(eva, 'chat.leave', { c, op: newOp() });
    expect(await asked(ana)).toEqual([]);
    expect(await codeOf(perform(ana, 'connect.answer', { c, member: evas, accept: true, op: newOp() }))).toBe(
      'NOT_FOUND',
    );
    expect(await codeOf(perform(ana, 'connect.ask', { c, member: evas, op: newOp() }))).toBe('NOT_FOUND');
    expect(await codeOf(perform(eva, 'connect.ask', { c, member: midOf(ana, c), op: newOp() }))).toBe('NOT_MEMBER');
    expect(await codeOf(ask(ana, c, ana))).toBe('FORBIDDEN');
    expect(await relations(scene)).toEqual(['1,0,3']);
    await world.close();
  });

  it('one person waits for so many answers at most, and a group has nobody to ask: there the accounts are known', async () => {
    const { world, ana, ben, c } = await start();
    await world.storage.runUnit(fillQuestions, { c, from: ana.id });
    expect(await codeOf(ask(ana, c, ben))).toBe('FULL');
    const group = await perform(ana, 'chat.create', { i: newOp(), kind: 2, title: 'Choir', users: [ben.id] });
    const inGroup = { c: group.chat.h.c, member: ben.id as never, op: newOp() };
    expect(await codeOf(perform(ana, 'connect.ask', inGroup))).toBe('FORBIDDEN');
    await world.close();
  });
}

describe('members who want to know each other, on SQLite', () => defineSuite(createChatWorld));

describePostgres('members who want to know each other, on PostgreSQL', (getUrl) =>
  defineSuite((options) =>
    createChatWorld({ ...options, open: (now) => openPostgres(getUrl(), { now }), patienceMs: 40 }),
  ),
);
