import { expect, it } from 'vitest';
import { memberRole } from '#protocol/entities/memberState.ts';
import type { UserId } from '#protocol/ids.ts';
import { toMemberId, toUserId } from '#protocol/casts.ts';
import { connectPeople, say, settlePeople, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp } from '#testing/chatWorld.ts';

it('a group of 500 counts its readers live, and a hundred removed people come back in one step', async () => {
  const world = await createChatWorld();
  const [ana, ben, eva] = (await connectPeople(world, ['ana', 'ben', 'eva'])) as [ChatPerson, ChatPerson, ChatPerson];
  const crowd: UserId[] = [];
  for (let n = 0; n < 497; n += 1) crowd.push(await world.person(`p${n}`));
  const { chat } = await ana.client.ask('chat.create', {
    i: newOp(),
    kind: 2,
    title: 'Five hundred',
    users: [ben.id, eva.id, ...crowd.slice(0, 97)],
  });
  const { c } = chat.h;
  for (let from = 97; from < crowd.length; from += 100)
    await ana.client.ask('chat.invite', { c, users: crowd.slice(from, from + 100), op: newOp() });
  await world.wait(1_000);
  expect(ana.client.chats.get(c)?.chat.head.cnt).toBe(500);
  const extra = await world.person('extra');
  await expect(ana.client.ask('chat.invite', { c, users: [extra], op: newOp() })).rejects.toMatchObject({
    code: 'FULL',
  });

  await ana.client.ask('view.set', { v: 1, open: [c], pres: [], vis: 1 });
  const s = await say(ana, c, 'who reads this?');
  const running = [ben.id, eva.id, ...crowd].map((user) => world.begin(user, 'read.mark', { items: [[c, s]] }));
  await world.drive(running);
  await world.wait(5_000);
  const page = await ana.client.ask('history.get', { c, around: s, limit: 10 });
  expect(page.rc?.findLast(([seq]) => seq <= s)?.[1]).toBe(499);

  await world.wait(24 * 3_600_000);
  await ana.client.ask('chat.role', { c, member: toMemberId(ben.id), role: memberRole.admin, op: newOp() });
  await world.wait(24 * 3_600_000);
  const members = crowd.slice(0, 100).map((id) => toMemberId(id));
  const { act } = await ana.client.ask('chat.kick', { c, members, op: newOp() });
  if (!act) throw new Error('a hundred people went without a second admin');
  await ben.client.ask('act.decide', { c, id: act, ok: true, op: newOp() });
  await world.wait(1_000);
  expect(eva.client.chats.get(c)?.chat.head.cnt).toBe(400);
  await ben.client.ask('act.undo', { c, id: act, op: newOp() });
  await world.wait(1_000);
  expect(eva.client.chats.get(c)?.chat.head.cnt).toBe(500);
  const { items } = await world.ask(toUserId(Number(crowd[0])), 'sync.delta', { items: [{ c, since: 0 }] });
  expect(items[0]).toHaveProperty('delta');
  await settlePeople(world, [ana, ben, eva]);
  await world.close();
}, 120_000);
