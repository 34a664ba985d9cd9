import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatId } from '#protocol/ids.ts';
import { codeOf, connectPeople, makeGroup, perform, say, settlePeople, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import { sendItem, type Sent } from '#testing/sendItems.ts';

let world: ChatWorld;
afterEach(() => world.close());

type People = [ChatPerson, ChatPerson, ChatPerson];
const body = { x: '@everyone look', at: [[0, 9, 0]] };
const callAll = (person: ChatPerson, c: ChatId): Promise<Sent> =>
  sendItem(person, c, { i: randomUUID(), k: 1, b: body } as never);

async function start(): Promise<{ people: People; c: ChatId }> {
  world = await createChatWorld();
  const people = (await connectPeople(world, ['ana', 'ben', 'eva'])) as People;
  return { people, c: await makeGroup(world, people) };
}

it('counts as a mention of everybody else, until they read it', async () => {
  const { people, c } = await start();
  const [ana, ben, eva] = people;
  const { s } = await callAll(ana, c);
  await world.wait(100);
  expect(ben.client.chats.get(c)?.rows.get(s ?? 0)).toMatchObject({ ma: 1, b: body });
  expect(ben.client.chats.get(c)?.rows.get(s ?? 0)?.m).toBeUndefined();
  expect(people.map(({ client }) => client.chats.get(c)?.chat.mentions)).toEqual([0, 1, 1]);
  await perform(eva, 'read.mark', { items: [[c, s ?? 0]] });
  expect(eva.client.chats.get(c)?.chat.mentions).toBe(0);
  await settlePeople(world, people);
});

it('is for those with the right', async () => {
  const { people, c } = await start();
  const [, ben] = people;
  expect((await callAll(ben, c)).code).toBe('FORBIDDEN');
  expect(ben.client.chats.get(c)?.chat.head.n).toBe(0);
});

it('is refused for ten minutes after the last one, with the wait; unsending it does not help', async () => {
  const { people, c } = await start();
  const [ana] = people;
  const { s } = await callAll(ana, c);
  expect(await callAll(ana, c)).toMatchObject({ code: 'FILTERED', why: { r: 'nameAll', x: '10' } });
  await perform(ana, 'message.unsend', { c, s: s ?? 0, op: newOp() });
  await world.wait(9.5 * 60_000);
  expect(await callAll(ana, c)).toMatchObject({ code: 'FILTERED', why: { r: 'nameAll', x: '1' } });
  await world.wait(31_000);
  expect((await callAll(ana, c)).code).toBeUndefined();
});

it('lets one of two in the same breath through', async () => {
  const { people, c } = await start();
  const [ana] = people;
  const items = [1, 2].map(() => ({ i: randomUUID(), k: 1, b: body }));
  const answer = await ana.client.ask('message.send', { c, items: items as never });
  expect(answer.items.map((item) => ('code' in item ? item.code : 'ok'))).toEqual(['ok', 'FILTERED']);
});

it('is nothing for a chat of two, and cannot be added by an edit', async () => {
  const { people, c } = await start();
  const [ana, ben] = people;
  const { chat } = await perform(ana, 'chat.create', { i: newOp(), kind: chatKind.dm, users: [ben.id] });
  expect((await callAll(ana, chat.h.c)).code).toBe('FORBIDDEN');
  const s = await say(ana, c, 'look');
  expect(await codeOf(perform(ana, 'message.edit', { c, s, b: body as never, op: newOp() }))).toBe('FORBIDDEN');
  const called = await callAll(ana, c);
  const other = { ...body, x: '@everyone look again' };
  expect(await codeOf(perform(ana, 'message.edit', { c, s: called.s ?? 0, b: other as never, op: newOp() }))).toBe(
    'ok',
  );
});
