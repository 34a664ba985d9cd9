import { afterEach, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { toDeviceId, toMemberId } from '#protocol/casts.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import { InProcessBus } from './inProcessBus.ts';
import { roomOf } from './roomOf.ts';

let world: ChatWorld;
afterEach(() => world.close());

it('N21: who is removed before a node begins to follow the chat enters no room there by a reading from before', async () => {
  const hub = new InProcessBus();
  // The second node hears of nothing in time.
  const buses = [hub.connect(), new InProcessBus().connect()];
  world = await createChatWorld({ nodes: 2, buses });
  const [ana, ben] = [await world.person('ana'), await world.person('ben')];
  const made = await world.ask(ana, 'chat.create', { i: newOp(), kind: chatKind.group, users: [ben], title: 'group' });
  const { c } = made.chat.h;
  const { live, delivery } = world.nodes[1] as ChatWorld['nodes'][number];
  const id = 'ben-1';
  live.onConnect({ id, conn: id, userId: ben, deviceId: toDeviceId(newOp()), epoch: 1, vis: 1 });
  const read = async () => {
    const mark = live.beginSync();
    return { mark, chats: await world.storage.run('listMyChats', { user: ben }) };
  };
  const before = await read();
  expect(before.chats.map((chat) => chat.c)).toEqual([c]);
  await world.ask(ana, 'chat.kick', { c, members: [toMemberId(Number(ben))], op: newOp() });
  expect(await live.enterRooms(id, before.chats, before.mark)).toEqual([c]);
  expect(delivery.isIn(id, roomOf.chat(c))).toBe(false);
  expect((await read()).chats).toEqual([]);
  await world.ask(ana, 'chat.invite', { c, users: [ben], op: newOp() });
  const back = await read();
  expect(await live.enterRooms(id, back.chats, back.mark)).toEqual([]);
  expect(delivery.isIn(id, roomOf.chat(c))).toBe(true);
});
