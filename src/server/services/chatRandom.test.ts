import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toCid, toMemberId } from '#protocol/casts.ts';
import { chatClient, type ChatClient } from '#testing/chatClient.ts';
import { findBrokenInvariants } from '#testing/chatInvariants.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import { verifyDeltas } from '#testing/verifyDeltas.ts';

/*
 * Random people do random things, several at once. Afterwards every device must show what a new one reads, the database must keep the rules of numbering,
 * membership and counting, and nobody may have seen what was not for him.
 */
const people = 4;

type Action =
  | 'send'
  | 'edit'
  | 'unsend'
  | 'react'
  | 'read'
  | 'rename'
  | 'invite'
  | 'kick'
  | 'leave'
  | 'leaveQuietly'
  | 'ban'
  | 'unban'
  | 'role'
  | 'pin'
  | 'undo'
  | 'settings'
  | 'block'
  | 'unblock'
  | 'reconnect'
  | 'open'
  | 'repeat';
interface Step {
  action: Action;
  who: number;
  other: number;
  chat: number;
  pick: number;
}

const weights: [number, Action][] = [
  [10, 'send'],
  [3, 'edit'],
  [3, 'unsend'],
  [4, 'react'],
  [5, 'read'],
  [1, 'rename'],
  [4, 'invite'],
  [3, 'kick'],
  [1, 'leave'],
  [1, 'leaveQuietly'],
  [1, 'ban'],
  [1, 'unban'],
  [2, 'role'],
  [2, 'pin'],
  [4, 'undo'],
  [2, 'settings'],
  [2, 'block'],
  [2, 'unblock'],
  [2, 'reconnect'],
  [1, 'open'],
  [2, 'repeat'],
];
const step: fc.Arbitrary<Step> = fc.record({
  action: fc.oneof(...weights.map(([weight, action]) => ({ weight, arbitrary: fc.constant(action) }))),
  who: fc.nat(people - 1),
  other: fc.nat(people - 1),
  chat: fc.nat(2),
  pick: fc.nat(9),
});
/** Steps of one round are under way together. */
const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 5, maxLength: 25 });

interface Scene {
  world: ChatWorld;
  ids: UserId[];
  clients: ChatClient[];
  chats: ChatId[];
  sent: { user: UserId; c: ChatId; cid: string; x: string; s: number; n: number | undefined }[];
}

async function setUp(): Promise<Scene> {
  const world = await createChatWorld();
  const ids: UserId[] = [];
  for (let index = 0; index < people; index += 1) ids.push(await world.person(`p${index}`));
  // The first person has two devices.
  const clients = [...ids, ids[0] as UserId].map((id) => chatClient(world, id));
  for (const client of clients) await client.open();
  const [ana, ben, eva] = ids as [UserId, UserId, UserId];
  const chats: ChatId[] = [];
  for (const [kind, users] of [
    [chatKind.group, [ben, eva]],
    [chatKind.dm, [ben]],
    [chatKind.group, [eva]],
  ] as const) {
    const { chat } = await world.ask(ana, 'chat.create', {
      i: newOp(),
      kind,
      users: [...users],
      ...(kind === 2 ? { title: 'x' } : {}),
    });
    chats.push(chat.h.c);
  }
  // Long enough that everybody may get a role.
  await world.wait(25 * 3_600_000);
  for (const client of clients) for (const c of client.chats.keys()) await client.loadAll(c);
  return { world, ids, clients, chats, sent: [] };
}

/** Begins a step; what the rules refuse is part of the game, anything unexpected is not. */
async function run(scene: Scene, { action, who, other, chat, pick }: Step): Promise<void> {
  const { world, ids, chats, sent, clients } = scene;
  const user = ids[who] as UserId;
  const peer = ids[other] as UserId;
  const c = chats[chat] as ChatId;
  const client = clients[who] as ChatClient;
  const seqs = [...(client.chats.get(c)?.rows.keys() ?? [])].sort((one, two) => two - one);
  const s = seqs[pick % Math.max(1, seqs.length)] ?? 1;
  const op = newOp();
  const post = async (cid: string, x: string): Promise<void> => {
    const at = pick % 3 === 0 ? { at: [[0, 1, toMemberId(peer)] as [number, number, never]] } : {};
    const rs = pick % 4 === 0 ? { rs: client.chats.get(c)?.chat.head.ls ?? 0 } : {};
    const { items } = await world.begin(user, 'message.send', {
      c,
      items: [{ i: toCid(cid), k: 1, b: { x, ...(at as object) } }],
      ...rs,
    });
    const [item] = items;
    if (!item || !('s' in item)) return;
    const known = sent.find((entry) => entry.cid === cid);
    if (known) expect([item.s, item.n]).toEqual([known.s, known.n]);
    else sent.push({ user, c, cid, x, s: item.s, n: item.n });
  };
  if (action === 'send') return post(randomUUID(), `text ${pick}`);
  if (action === 'repeat') {
    const known = sent.filter((entry) => entry.user === user && entry.c === c).at(-1 - (pick % 3));
    if (!known) return;
    const { items } = await world.begin(user, 'message.send', {
      c,
      items: [{ i: toCid(known.cid), k: 1, b: { x: 'other text' } }],
    });
    expect(items[0]).toMatchObject({ code: 'CID_MISMATCH' });
    return;
  }
  if (action === 'edit') return void (await world.begin(user, 'message.edit', { c, s, b: { x: `edit ${pick}` }, op }));
  if (action === 'unsend') return void (await world.begin(user, 'message.unsend', { c, s, op }));
  if (action === 'react') {
    const e = ['👍', '❤️', null][pick % 3] ?? null;
    return void (await world.begin(user, 'message.react', { c, s, e, op }));
  }
  if (action === 'read') return void (await world.begin(user, 'read.mark', { items: [[c, s]] }));
  if (action === 'rename') return void (await world.begin(user, 'chat.meta', { c, title: `title ${pick}`, op }));
  if (action === 'invite') return void (await world.begin(user, 'chat.invite', { c, users: [peer], op }));
  if (action === 'kick') return void (await world.begin(user, 'chat.kick', { c, members: [toMemberId(peer)], op }));
  if (action === 'leave') return void (await world.begin(user, 'chat.leave', { c, op }));
  if (action === 'leaveQuietly') return void (await world.begin(user, 'chat.leave', { c, quiet: true, op }));
  if (action === 'ban' || action === 'unban') {
    const input = { c, member: toMemberId(peer), ban: action === 'ban', op };
    return void (await world.begin(user, 'chat.ban', input));
  }
  if (action === 'role') {
    return void (await world.begin(user, 'chat.role', { c, member: toMemberId(peer), role: pick % 4, op }));
  }
  if (action === 'pin') return void (await world.begin(user, 'chat.pin', { c, s, on: pick > 2, op }));
  if (action === 'undo') {
    const { items } = await world.begin(user, 'act.list', { c });
    const act = items[pick % Math.max(1, items.length)];
    if (act) await world.begin(user, 'act.undo', { c, id: act.id, op });
    return;
  }
  if (action === 'settings') {
    const unreadFrom = pick % 2 === 0 ? s : 0;
    return void (await world.begin(user, 'chat.set', { c, notify: pick % 3, pin: pick % 2, unreadFrom, op }));
  }
  if (action === 'block' || action === 'unblock') {
    if (peer === user) return;
    for (const device of clients) device.hasBlocked ||= device.user === user;
    return void (await world.begin(user, 'contact.set', { user: peer, state: action === 'block' ? 3 : 1, op }));
  }
  if (action === 'open')
    await world.begin(
      user,
      'view.set',
      { v: pick, open: [c], pres: [peer], vis: 1 },
      { connection: client.connection },
    );
}

async function play(scene: Scene, steps: Step[]): Promise<void> {
  for (const { action, who } of steps) {
    if (action !== 'reconnect') continue;
    scene.clients[who]?.close();
  }
  const running = steps.map(async (one) => {
    try {
      await run(scene, one);
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'INTERNAL') throw error;
    }
  });
  await scene.world.drive(running);
  await Promise.all(running);
  for (const { action, who } of steps) if (action === 'reconnect') await scene.clients[who]?.open();
}

describe('random chats', () => {
  it('end with equal devices and whole numbers', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (all) => {
        const scene = await setUp();
        for (const steps of all) await play(scene, steps);
        await scene.world.wait(5_000);
        for (const { actual, expected } of await verifyDeltas(scene.world, scene.clients))
          expect(actual).toEqual(expected);
        expect(await findBrokenInvariants(scene.world, scene.clients)).toEqual([]);
        expect(scene.world.failures).toEqual([]);
        await scene.world.close();
      }),
      {
        numRuns: Number(process.env['RUNS'] ?? 40),
        interruptAfterTimeLimit: Number(process.env['RUNS'] ?? 0) > 0 ? 500_000 : 60_000,
        markInterruptAsFailure: false,
      },
    );
  }, 600_000);
});
