import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { toCid } from '#protocol/casts.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { connectPeople, makeGroup, perform, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';

let world: ChatWorld;
afterEach(() => world.close());

type People = [ChatPerson, ChatPerson, ChatPerson];

async function start(): Promise<{ people: People; c: ChatId }> {
  world = await createChatWorld();
  const people = (await connectPeople(world, ['ana', 'ben', 'eva'])) as People;
  return { people, c: await makeGroup(world, people.slice(0, 2)) };
}
const relate = (person: ChatPerson, user: UserId, state: number, alias?: string) =>
  perform(person, 'contact.set', { user, state, op: newOp(), ...(alias === undefined ? {} : { alias }) });
const send = async (person: ChatPerson, c: ChatId, b: Record<string, unknown>, more: object = {}) => {
  const item = { i: toCid(randomUUID()), k: messageKind.person, b, ...more };
  return (await perform(person, 'message.send', { c, items: [item as never] })).items[0];
};
const cardOf = (user: UserId) => ({ u: user, x: 'anything', h: 'anybody' });
async function stored(person: ChatPerson, c: ChatId): Promise<unknown[]> {
  const { rows } = await person.client.ask('history.get', { c, after: 0, limit: 50 });
  return rows.filter(({ k }) => k === messageKind.person).map(({ b }) => b);
}

it('carry the name and handle people have, whatever was sent, and never the name only the sender sees', async () => {
  const { people, c } = await start();
  const [ana, ben, eva] = people;
  await relate(ana, eva.id, contactState.friend, 'sweetheart');
  expect(await send(ana, c, cardOf(eva.id))).toHaveProperty('s');
  expect(await send(ana, c, cardOf(ana.id))).toHaveProperty('s');
  const [card, own] = await stored(ben, c);
  expect(card).toEqual({ u: eva.id, x: 'eva', h: `eva${eva.id}` });
  expect(own).toMatchObject({ u: ana.id, x: 'ana' });
  expect(JSON.stringify(ben.client.packets)).not.toContain('sweetheart');
});

it('are refused of anybody who is no friend, alike whether there is such an account', async () => {
  const { people, c } = await start();
  const [ana, , eva] = people;
  const nobody = 12_345 as UserId;
  for (const u of [eva.id, nobody]) expect(await send(ana, c, cardOf(u))).toMatchObject({ code: 'NOT_FOUND' });
  await relate(ana, eva.id, contactState.friend);
  for (const state of [contactState.hidden, contactState.blocked, contactState.removed]) {
    await relate(ana, eva.id, state);
    expect(await send(ana, c, cardOf(eva.id))).toMatchObject({ code: 'NOT_FOUND' });
  }
  // That others have him as a friend is not mine.
  await relate(people[1], eva.id, contactState.friend);
  expect(await send(ana, c, cardOf(eva.id))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stored(ana, c)).toEqual([]);
});

it('stay out of communities, also forwarded', async () => {
  const { people, c } = await start();
  const [ana] = people;
  const { chat } = await perform(ana, 'community.create', {
    op: newOp(),
    title: 'Harbour',
    nn: 'ferry',
  });
  const place = chat.h.c;
  expect(await send(ana, place, cardOf(ana.id))).toMatchObject({ code: 'FORBIDDEN' });
  const sent = (await send(ana, c, cardOf(ana.id))) as { s: number };
  expect(await send(ana, place, cardOf(ana.id), { fw: { c, s: sent.s } })).toMatchObject({ code: 'FORBIDDEN' });
});

it('with anything else in the body are no message', async () => {
  const { people, c } = await start();
  const [ana] = people;
  for (const b of [
    { u: ana.id },
    { u: 'ana', x: 'a', h: 'a' },
    { ...cardOf(ana.id), alias: 'x' },
    { ...cardOf(ana.id), x: 'n'.repeat(41) },
  ])
    await expect(send(ana, c, b)).rejects.toThrow();
});
