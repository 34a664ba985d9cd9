import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chat.ts';
import { toCid, toMemberId, type ChatId, type UserId } from '#protocol/ids.ts';
import { chatClient, type ChatClient } from '#testing/chatClient.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import { verifyDeltas } from '#testing/verifyDeltas.ts';

/** A world with people who are connected. */
async function start(names: string[]): Promise<{ world: ChatWorld; ids: UserId[]; clients: ChatClient[] }> {
  const world = await createChatWorld();
  const ids: UserId[] = [];
  for (const name of names) ids.push(await world.person(name));
  const clients = ids.map((id) => chatClient(world, id));
  for (const client of clients) await client.open();
  return { world, ids, clients };
}

async function group(client: ChatClient, users: UserId[], title = 'Group'): Promise<ChatId> {
  const { chat } = await client.ask('chat.create', { i: newOp(), kind: chatKind.group, title, users });
  return chat.h.c;
}

async function send(client: ChatClient, c: ChatId, x: string, more: { re?: number; rs?: number; at?: [number, number, UserId][] } = {}) {
  const at = more.at?.map(([start, length, id]): [number, number, number] => [start, length, id]);
  const { items } = await client.ask('message.send', {
    c,
    items: [{ i: toCid(randomUUID()), k: 1, b: { x, ...(at ? { at: at as never } : {}) }, ...(more.re === undefined ? {} : { re: more.re }) }],
    ...(more.rs === undefined ? {} : { rs: more.rs }),
  });
  const [item] = items;
  if (!item || !('s' in item)) throw new Error(`refused: ${JSON.stringify(item)}`);
  return item;
}

const same = async (world: ChatWorld, clients: ChatClient[]) => {
  await world.clock.advance(3_000);
  for (const { actual, expected } of await verifyDeltas(world, clients)) expect(actual).toEqual(expected);
  expect(world.failures).toEqual([]);
};

describe('a group', () => {
  it('keeps every device equal to a fresh one through all kinds of changes', async () => {
    const { world, ids, clients } = await start(['ana', 'ben', 'eva', 'dan']);
    const [ana, ben, eva, dan] = clients as [ChatClient, ChatClient, ChatClient, ChatClient];
    const c = await group(ana, [ids[1]!, ids[2]!]);
    await world.clock.settle();
    for (const client of [ana, ben, eva]) await client.loadAll(c);
    const first = await send(ana, c, 'hello @ben', { at: [[6, 4, ids[1]!]] });
    expect(ben.chats.get(c)?.chat).toMatchObject({ unread: 1, mentions: 1 });
    await send(ben, c, 'answer', { re: first.s, rs: first.s });
    expect(ben.chats.get(c)?.chat).toMatchObject({ unread: 0, mentions: 0 });
    await eva.ask('message.react', { c, s: first.s, e: '👍', op: newOp() });
    await ana.ask('message.edit', { c, s: first.s, b: { x: 'hello all' }, op: newOp() });
    await eva.ask('message.react', { c, s: first.s, e: null, op: newOp() });
    await eva.ask('chat.meta', { c, title: 'New name', op: newOp() });
    await same(world, clients);
    await ana.ask('chat.invite', { c, users: [ids[3]!], op: newOp() });
    await ana.ask('message.edit', { c, s: first.s, b: { x: 'older than dan' }, op: newOp() });
    await same(world, clients);
    expect(dan.seen.some(({ row }) => row.s === first.s)).toBe(false);
    await ana.ask('message.unsend', { c, s: first.s, op: newOp() });
    await ana.ask('chat.kick', { c, member: toMemberId(ids[2]!), op: newOp() });
    await send(ana, c, 'without eva');
    expect(eva.chats.has(c)).toBe(false);
    expect(eva.seen.some(({ row }) => row.b?.['x'] === 'without eva')).toBe(false);
    await ana.ask('chat.leave', { c, op: newOp() });
    await same(world, clients);
    const { items } = await ben.ask('members.list', { c, range: [0, 10] });
    expect(items.map(({ u, ro }) => [u, ro])).toEqual([
      [ids[1], 3],
      [ids[3], 0],
    ]);
    await world.close();
  });
});
