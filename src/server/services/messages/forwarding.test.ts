import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import type { ForwardTo, Sent } from '#testing/sendItems.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import { connectPeople, makeGroup, perform, say, settlePeople, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import { forwardItem, sendItem } from '#testing/sendItems.ts';

let world: ChatWorld;
afterEach(() => world.close());

type People = [ChatPerson, ChatPerson, ChatPerson];

/** Two groups: ana and ben in the first, all three in the second. */
async function start(): Promise<{ people: People; from: ChatId; to: ChatId }> {
  world = await createChatWorld();
  const people = (await connectPeople(world, ['ana', 'ben', 'eva'])) as People;
  const from = await makeGroup(world, people.slice(0, 2), 'From');
  const to = await makeGroup(world, people, 'To');
  return { people, from, to };
}
const forward = (person: ChatPerson, to: ChatId, fw: ForwardTo, more: object = {}): Promise<Sent> =>
  sendItem(person, to, forwardItem(fw, more));
const bodyOf = ({ client }: ChatPerson, c: ChatId, s: number) => client.chats.get(c)?.rows.get(s)?.b;

it('takes the words from where they are, with the name or without, whatever the sender claims they were', async () => {
  const { people, from, to } = await start();
  const [ana, ben, eva] = people;
  const s = await say(ana, from, 'the real words');
  const named = await forward(ben, to, { c: from, s, n: 1 }, { b: { x: 'made up' } });
  const bare = await forward(ben, to, { c: from, s });
  await world.wait(100);
  expect(bodyOf(eva, to, named.s ?? 0)).toEqual({ x: 'the real words', fw: { n: 'ana' } });
  expect(bodyOf(eva, to, bare.s ?? 0)).toEqual({ x: 'the real words', fw: {} });
  expect(eva.client.chats.get(to)?.chat.head.l?.x).toBe('the real words');
  await settlePeople(world, people);
});

it('keeps the first name when it is passed on, and makes up none where there was none', async () => {
  const { people, from, to } = await start();
  const [ana, ben, eva] = people;
  const s = await say(ana, from, 'first');
  const once = await forward(ben, to, { c: from, s, n: 1 });
  const twice = await forward(eva, to, { c: to, s: once.s ?? 0, n: 1 });
  const silent = await forward(ben, to, { c: from, s });
  const still = await forward(eva, to, { c: to, s: silent.s ?? 0, n: 1 });
  const hidden = await forward(eva, to, { c: to, s: once.s ?? 0 });
  await world.wait(100);
  const names = [twice, still, hidden].map((one) => (bodyOf(ana, to, one.s ?? 0) as { fw: unknown }).fw);
  expect(names).toEqual([{ n: 'ana' }, {}, {}]);
});

it('leaves behind who was named, and alerts nobody as named', async () => {
  const { people, from, to } = await start();
  const [ana, ben, eva] = people;
  const at = [[0, 4, ben.id as number as MemberId]];
  const { s = 0 } = await sendItem(ana, from, { i: randomUUID(), k: 1, b: { x: '@ben look', at } } as never);
  const sent = await forward(ana, to, { c: from, s, n: 1 });
  await world.wait(100);
  expect(bodyOf(eva, to, sent.s ?? 0)).toEqual({ x: '@ben look', fw: { n: 'ana' } });
  expect(ben.client.chats.get(to)?.chat.me.um).toBe(0);
});

it('refuses what the sender may not see, or may no longer: strangers, who left, what is below the floor, what was unsent', async () => {
  const { people, from, to } = await start();
  const [ana, ben, eva] = people;
  const s = await say(ana, from, 'for us two');
  expect((await forward(eva, to, { c: from, s })).code).toBe('NOT_FOUND');
  expect((await forward(eva, to, { c: 12_345 as ChatId, s })).code).toBe('NOT_FOUND');
  expect((await forward(ben, to, { c: from, s: 99_999 })).code).toBe('NOT_FOUND');
  // Who comes later sees nothing from before.
  await perform(ana, 'chat.invite', { c: from, users: [eva.id], op: newOp() });
  expect((await forward(eva, to, { c: from, s })).code).toBe('NOT_FOUND');
  await perform(ana, 'message.unsend', { c: from, s, op: newOp() });
  expect((await forward(ben, to, { c: from, s })).code).toBe('GONE');
  const again = await say(ana, from, 'once more');
  await perform(ana, 'chat.kick', { c: from, members: [ben.id as number as MemberId], op: newOp() });
  expect((await forward(ben, to, { c: from, s: again })).code).toBe('NOT_FOUND');
});

it('refuses what a person who blocked the sender was never shown', async () => {
  world = await createChatWorld();
  const people = (await connectPeople(world, ['ana', 'ben', 'eva'])) as People;
  const [ana, ben] = people;
  const { chat } = await perform(ana, 'chat.create', { i: newOp(), kind: chatKind.dm, users: [ben.id] });
  const to = await makeGroup(world, people);
  await perform(ben, 'contact.set', { user: ana.id, state: 3, op: newOp() });
  const s = await say(ana, chat.h.c, 'you do not hear this');
  expect((await forward(ben, to, { c: chat.h.c, s })).code).toBe('NOT_FOUND');
  expect((await forward(ana, to, { c: chat.h.c, s })).code).toBeUndefined();
});

it('refuses system lines, and another kind than was said', async () => {
  const { people, from, to } = await start();
  const [ana, ben] = people;
  expect((await forward(ben, to, { c: from, s: 1 })).code).toBe('FORBIDDEN');
  const s = await say(ana, from, 'a text');
  const asSticker = { k: 4, b: { p: 'tika', s: 'hello' } };
  expect((await forward(ben, to, { c: from, s }, asSticker)).code).toBe('FORBIDDEN');
});

it('cannot be written by hand, and cannot be changed', async () => {
  const { people, from, to } = await start();
  const [ana, ben] = people;
  const forged = sendItem(ana, to, { i: randomUUID(), k: 1, b: { x: 'said by ben', fw: { n: 'ben' } } } as never);
  await expect(forged).rejects.toMatchObject({ code: 'BAD' });
  const s = await say(ana, from, 'words');
  const sent = await forward(ben, to, { c: from, s, n: 1 });
  const edit = perform(ben, 'message.edit', { c: to, s: sent.s ?? 0, b: { x: 'other words' }, op: newOp() });
  await expect(edit).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('answers a repeat as the first time, though the source is gone by then', async () => {
  const { people, from, to } = await start();
  const [ana, ben] = people;
  const s = await say(ana, from, 'words');
  const item = forwardItem({ c: from, s });
  const first = await sendItem(ben, to, item);
  await perform(ana, 'message.unsend', { c: from, s, op: newOp() });
  expect(await sendItem(ben, to, item)).toMatchObject({ s: first.s, dup: 1 });
});

it('tells the name of the community, never the account behind it; rooms too', async () => {
  world = await createChatWorld();
  const people = (await connectPeople(world, ['ana', 'ben', 'eva'])) as People;
  const [ana, ben, eva] = people;
  const { chat } = await perform(ana, 'community.create', {
    ...{ op: newOp(), title: 'Film Pelan', nn: 'Kamera', set: { join: joinMode.open } },
  });
  const { c } = chat.h;
  await perform(ben, 'community.join', { c, nn: 'Lensa', op: newOp() });
  const { room } = await perform(ana, 'room.create', { c, title: 'Lenses', op: newOp() });
  const to = await makeGroup(world, [ben, eva]);
  const inCommunity = await forward(ben, to, { c, s: await say(ana, c, 'here'), n: 1 });
  const inRoom = await forward(ben, to, { c: room, s: await say(ana, room, 'there'), n: 1 });
  await world.wait(100);
  const rows = [inCommunity, inRoom].map(({ s = 0 }) => eva.client.chats.get(to)?.rows.get(s));
  expect(rows.map((row) => row?.b)).toEqual([
    { x: 'here', fw: { n: 'Kamera' } },
    { x: 'there', fw: { n: 'Kamera' } },
  ]);
  expect(JSON.stringify(rows)).not.toContain(String(ana.id));
  expect(JSON.stringify(rows)).not.toContain('ana');
  // Who is not in the community forwards nothing of it.
  expect((await forward(eva, to, { c: room, s: 2 })).code).toBe('NOT_FOUND');
});

it('asks the filter of the chat it goes to', async () => {
  const { people, from, to } = await start();
  const [ana, ben] = people;
  const s = await say(ben, from, 'cheap watches');
  await perform(ana, 'moderation.set', {
    ...{ c: to, op: newOp() },
    config: { phrases: [{ x: 'watches', m: 'contains', do: 'block' }], allow: [] },
  } as never);
  expect((await forward(ben, to, { c: from, s })).code).toBe('FILTERED');
});
