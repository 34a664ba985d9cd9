import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { toKeepId } from '#protocol/casts.ts';
import type { Kept } from '#protocol/entities/kept.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { chatClient, type ChatClient } from '#testing/chatClient.ts';
import { codeOf, connectPeople, makeGroup, perform, say, settlePeople, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';

let world: ChatWorld;
afterEach(() => world.close());

type People = [ChatPerson, ChatPerson, ChatPerson];
const newId = () => toKeepId(randomUUID());

async function start(): Promise<{ people: People; c: ChatId }> {
  world = await createChatWorld();
  const people = (await connectPeople(world, ['ana', 'ben', 'eva'])) as People;
  return { people, c: await makeGroup(world, people.slice(0, 2)) };
}
const keep = (
  person: ChatPerson,
  c: ChatId,
  s: number,
  more: { i?: Kept['i']; x?: string; op?: ReturnType<typeof newOp> } = {},
) => perform(person, 'keep.add', { i: newId(), c, s, op: newOp(), ...more });
const note = (person: ChatPerson, i: Kept['i'], x: string) => perform(person, 'keep.note', { i, x, op: newOp() });
const drop = (person: ChatPerson, i: Kept['i']) => perform(person, 'keep.drop', { i, op: newOp() });
const unsend = (person: ChatPerson, c: ChatId, s: number) => perform(person, 'message.unsend', { c, s, op: newOp() });
/** All pages of what a device that knows everything up to `u` is told. */
async function keptSince({ client }: ChatPerson, u: number): Promise<Kept[]> {
  const found = new Map<string, Kept>();
  for (let page: number | undefined = 1; page !== undefined;) {
    const answer: Awaited<ReturnType<typeof ask>> = await ask(page);
    for (const kept of answer.user.keeps ?? []) found.set(kept.i, kept);
    page = answer.next;
  }
  return [...found.values()];
  function ask(page: number) {
    return client.ask('sync.open', { u, have: [], page });
  }
}
const told = ({ packets }: ChatClient): (readonly Kept[] | undefined)[] =>
  packets.flatMap((packet) =>
    packet.t === 'signal' && packet.signal.name === 'ue' ? [packet.signal.data.set.keeps] : [],
  );

it('copies what a message said then, for all my devices and nobody else', async () => {
  const { people, c } = await start();
  const [ana, ben] = people;
  const second = chatClient(world, ben.id);
  await second.open();
  const s = await say(ana, c, 'the door code is 4711');
  const { u, kept } = await keep(ben, c, s, { x: 'for Friday' });
  expect(kept).toMatchObject({ c, s, k: 1, b: { x: 'the door code is 4711' }, u: ana.id, n: 'ana', x: 'for Friday' });
  expect(told(second).at(-1)).toEqual([kept]);
  expect(told(ana.client).filter(Boolean)).toEqual([]);
  await perform(ana, 'message.edit', { c, s, b: { x: 'changed' }, op: newOp() });
  expect(await keptSince(ben, 0)).toEqual([kept]);
  expect(await keptSince(ben, u)).toEqual([]);
  expect(await keptSince(ana, 0)).toEqual([]);
  await settlePeople(world, people);
});

it('keeps a message once, under the first id, and answers a repeat alike', async () => {
  const { people, c } = await start();
  const [ana, ben] = people;
  const s = await say(ana, c, 'one');
  const op = newOp();
  const i = newId();
  const first = await keep(ben, c, s, { op, i });
  expect(await keep(ben, c, s, { op, i })).toEqual(first);
  expect((await keep(ben, c, s)).kept).toEqual(first.kept);
  expect(await keptSince(ben, 0)).toHaveLength(1);
  // An id that stands for something else is none.
  expect(await codeOf(keep(ben, c, await say(ana, c, 'two'), { i }))).toBe('NOT_FOUND');
});

it('of a message that is taken back only my note stays, also on devices that come later; the writer keeps his words', async () => {
  const { people, c } = await start();
  const [ana, ben] = people;
  const s = await say(ana, c, 'a secret');
  const { kept } = await keep(ben, c, s, { x: 'ask her' });
  const own = await keep(ana, c, s);
  await unsend(ana, c, s);
  const { b: _said, ...rest } = kept;
  const after = { ...rest, un: 1, urev: expect.any(Number) };
  expect(told(ben.client).at(-1)).toEqual([after]);
  expect(await keptSince(ben, 0)).toEqual([after]);
  expect(await keptSince(ana, 0)).toEqual([own.kept]);
  expect(JSON.stringify(await keptSince(ben, 0))).not.toContain('a secret');
  expect(await codeOf(keep(ben, c, await say(ana, c, 'x').then(async (n) => (await unsend(ana, c, n), n))))).toBe(
    'NOT_FOUND',
  );
});

it('what a moderator takes away leaves what people keep, too', async () => {
  world = await createChatWorld();
  const people = await connectPeople(world, ['ana', 'ben', 'eva']);
  const [ana, ben, eva] = people as People;
  const c = await makeGroup(world, people);
  const s = await say(ben, c, 'rude');
  await keep(eva, c, s);
  await unsend(ana, c, s);
  expect((await keptSince(eva, 0))[0]).toMatchObject({ un: 1 });
  expect(ana.client.chats.get(c)?.chat.me.ro).toBe(memberRole.owner);
});

it('refuses what I do not see: strangers, what is not there, lines of the system, what was said before I came', async () => {
  const { people, c } = await start();
  const [ana, ben, eva] = people;
  const s = await say(ana, c, 'one');
  expect(await codeOf(keep(eva, c, s))).toBe('NOT_MEMBER');
  expect(await codeOf(keep(ben, c, 99_999))).toBe('NOT_FOUND');
  expect(await codeOf(keep(ben, c, 1))).toBe('NOT_FOUND');
  await perform(ben, 'chat.leave', { c, op: newOp() });
  expect(await codeOf(keep(ben, c, s))).toBe('NOT_MEMBER');
  expect(await keptSince(ben, 0)).toEqual([]);
});

it('holds notes of mine alone, changes and drops them; a note that was dropped elsewhere comes back with what I wrote', async () => {
  const { people } = await start();
  const [ana, ben] = people;
  const i = newId();
  const { kept } = await note(ana, i, 'buy milk');
  expect(kept).toEqual({ i, urev: expect.any(Number), at: expect.any(Number), x: 'buy milk' });
  expect((await note(ana, i, 'buy tea')).kept).toMatchObject({ x: 'buy tea', at: kept.at });
  expect(await codeOf(note(ana, i, '  '))).toBe('BAD');
  expect(await codeOf(note(ana, newId(), ''))).toBe('BAD');
  // Another one's id is his own.
  await note(ben, i, 'mine');
  await drop(ben, i);
  expect((await keptSince(ana, 0))[0]).toMatchObject({ x: 'buy tea' });
  const { u } = await drop(ana, i);
  expect(await keptSince(ana, u - 1)).toEqual([{ i, urev: u, at: kept.at, gone: 1 }]);
  expect(await keptSince(ana, 0)).toEqual([]);
  await note(ana, i, 'still here');
  expect((await keptSince(ana, 0))[0]).toMatchObject({ x: 'still here' });
});

it('a note beside a message comes and goes without it; dropped, the message can be kept again', async () => {
  const { people, c } = await start();
  const [ana, ben] = people;
  const s = await say(ana, c, 'one');
  const { kept } = await keep(ben, c, s);
  expect((await note(ben, kept.i, 'why')).kept).toEqual({ ...kept, x: 'why', urev: expect.any(Number) });
  expect((await note(ben, kept.i, '')).kept).toEqual({ ...kept, urev: expect.any(Number) });
  await drop(ben, kept.i);
  await drop(ben, newId());
  expect((await keep(ben, c, s)).kept).toMatchObject({ c, s, b: { x: 'one' } });
});

const fill = writeUnit(async (tx, { user, count }: { user: number; count: number }) => {
  for (let n = 0; n < count; n += 1)
    await tx.sql('INSERT INTO keeps (user_id, id, note, at, urev) VALUES (?, ?, ?, 1, ?)', [
      user,
      randomUUID(),
      `n${n}`,
      n + 1,
    ]);
  await tx.sql(
    'INSERT INTO user_heads (user_id, urev) VALUES (?, ?) ON CONFLICT (user_id) DO UPDATE SET urev = excluded.urev',
    [user, count],
  );
});

it('comes whole to a new device in pages, and ends at five thousand', async () => {
  const { people, c } = await start();
  const [ana, ben] = people;
  const s = await say(ana, c, 'one');
  await world.storage.runUnit(fill, { user: ben.id, count: limits.keepsMax });
  expect(await keptSince(ben, 0)).toHaveLength(limits.keepsMax);
  expect(await codeOf(keep(ben, c, s))).toBe('FULL');
  expect(await codeOf(note(ben, newId(), 'more'))).toBe('FULL');
  const [first] = await keptSince(ben, 0);
  await drop(ben, first!.i);
  await keep(ben, c, s);
});
