import { afterEach, describe, expect, it } from 'vitest';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { rightBit } from '#protocol/entities/rightBit.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import type { AppError } from '#protocol/errors.ts';
import type { ChatId, MemberId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import type { RequestInput } from '#protocol/requests.ts';
import { chatClient, type ChatClient } from '#testing/chatClient.ts';
import { findBrokenInvariants } from '#testing/chatInvariants.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import { verifyDeltas } from '#testing/verifyDeltas.ts';

const dayMs = 24 * 3_600_000;
let world: ChatWorld;
afterEach(() => world.close());

const open: ChatSettings = { join: joinMode.open, listed: 1 };
/** A community with its owner, an admin, a moderator and a member, and one stranger. */
async function start(set: ChatSettings = open, more: { code?: string } = {}) {
  world = await createChatWorld();
  const ids: UserId[] = [];
  for (const name of ['ana', 'ben', 'cai', 'dan', 'eva']) ids.push(await world.person(name));
  const people = ids.map((id) => chatClient(world, id));
  for (const client of people) await client.open();
  const [owner, admin, moderator, member, stranger] = people as [
    ChatClient,
    ChatClient,
    ChatClient,
    ChatClient,
    ChatClient,
  ];
  const founding = { title: 'Film Pelan', nn: 'Owner', hist: 7, cap: 5_000 };
  const { chat } = await owner.ask('community.create', { op: newOp(), ...founding, set, ...more });
  const { c } = chat.h;
  for (const [client, nn] of [
    [admin, 'Admin'],
    [moderator, 'Moderator'],
    [member, 'Member'],
  ] as const)
    await client.ask('community.join', { c, nn, op: newOp(), ...more });
  for (const client of people.slice(0, 4)) await client.show([c]);
  // Who came in today gains no rights today.
  await world.wait(dayMs);
  for (const [client, role] of [
    [admin, memberRole.admin],
    [moderator, memberRole.moderator],
  ] as const)
    await owner.ask('chat.role', { c, member: midOf(client, c), role, op: newOp() });
  const change = (
    client: ChatClient,
    wanted: Omit<RequestInput<'chat.settings'>, 'c' | 'op' | 'set'> & { set?: object },
  ) => client.ask('chat.settings', { c, set: {}, op: newOp(), ...wanted });
  return { c, ids, people, owner, admin, moderator, member, stranger, change };
}
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: AppError) => error.code,
  );
const midOf = (client: ChatClient, c: ChatId): MemberId => client.chats.get(c)?.chat.me.mid as MemberId;
const metaOf = (client: ChatClient, c: ChatId) => client.chats.get(c)?.chat.meta;

async function settle(people: ChatClient[]): Promise<void> {
  await world.wait(20_000);
  for (const client of people) {
    await client.show([...client.chats.keys()]);
    for (const c of client.chats.keys()) await client.loadAll(c);
  }
  for (const d of await verifyDeltas(world, people)) expect(d.actual).toEqual(d.expected);
  expect(await findBrokenInvariants(world, people)).toEqual([]);
  expect(world.failures).toEqual([]);
}

describe('the settings of a community', () => {
  it('reach every member, with cap and history, and the log says who changed them', async () => {
    const { c, people, owner, member, change } = await start();
    const op = newOp();
    const wanted = { c, op, set: { rules: 'Be kind', slow: 10 }, cap: 6, hist: 30 };
    const first = await owner.ask('chat.settings', wanted);
    expect(await owner.ask('chat.settings', wanted)).toEqual(first);
    expect(await change(owner, { cap: 6, hist: 30, set: { slow: 10 } })).toEqual(first);
    await world.wait(20_000);
    expect(metaOf(member, c)).toMatchObject({ cap: 6, hist: 30, set: { ...open, rules: 'Be kind', slow: 10 } });
    const { items } = await owner.ask('audit.list', { c });
    expect(items.filter(({ what }) => what === 'settings')).toMatchObject([
      { fields: ['rules', 'cap', 'hist', 'slow'] },
    ]);
    await settle(people);
  });

  it('of history hold for who comes in from then on', async () => {
    const { c, people, owner, member, stranger, change } = await start();
    await owner.ask('message.send', { c, items: [{ i: newOp() as never, k: 1, b: { x: 'old' } }] });
    await world.wait(2 * dayMs);
    await change(owner, { hist: 0 });
    await stranger.ask('community.join', { c, nn: 'Stranger', op: newOp() });
    await world.wait(20_000);
    for (const client of [member, stranger]) await client.loadAll(c);
    const seen = (client: ChatClient) => [...(client.chats.get(c)?.rows.values() ?? [])].map(({ b }) => b?.['x']);
    expect(seen(member)).toContain('old');
    expect(seen(stranger)).not.toContain('old');
    await settle(people);
  });

  it('of the cap throw nobody out, and let nobody in beyond it', async () => {
    const { c, people, owner, admin, stranger, change } = await start();
    await change(owner, { cap: limits.communityCapMin });
    await world.wait(20_000);
    expect(await codeOf(stranger.ask('community.join', { c, nn: 'Stranger', op: newOp() }))).toBe('ok');
    await stranger.loadAll(c);
    expect((await owner.ask('members.list', { c, range: [0, 9] })).total).toBe(5);
    const late = await world.person('fay');
    const fay = chatClient(world, late);
    await fay.open();
    expect(await codeOf(fay.ask('community.join', { c, nn: 'Fay', op: newOp() }))).toBe('FULL');
    // An admin changes settings, but not how many there can be, unless the owner lets him.
    expect(await codeOf(change(admin, { cap: 100 }))).toBe('FORBIDDEN');
    expect(await codeOf(change(admin, { set: { slow: 5 } }))).toBe('ok');
    await change(owner, { set: { rights: [rightBit.cap, 0, 0] } });
    expect(await codeOf(change(people[3] as ChatClient, { cap: 100 }))).toBe('ok');
    expect(await codeOf(change(people[3] as ChatClient, { cap: 100, set: { slow: 5 } }))).toBe('FORBIDDEN');
    expect(await codeOf(change(people[3] as ChatClient, { hist: 3 }))).toBe('FORBIDDEN');
    expect(await codeOf(change(admin, { hist: 3 }))).toBe('FORBIDDEN');
    await settle([...people, fay]);
  });

  it('are nothing for moderators, members and strangers, and nothing of it for a group', async () => {
    const { c, ids, people, owner, moderator, member, stranger, change } = await start();
    for (const wanted of [{ set: { slow: 5 } }, { code: 'sesame' }, { hist: 3 }, { cap: 10 }]) {
      expect(await codeOf(change(moderator, wanted))).toBe('FORBIDDEN');
      expect(await codeOf(change(member, wanted))).toBe('FORBIDDEN');
      expect(await codeOf(change(stranger, wanted))).toBe('NOT_MEMBER');
    }
    const { chat } = await owner.ask('chat.create', { i: newOp(), kind: 2, title: 'Group', users: ids.slice(1, 2) });
    for (const wanted of [{ cap: 100 }, { hist: 3 }])
      expect(await codeOf(owner.ask('chat.settings', { c: chat.h.c, set: {}, op: newOp(), ...wanted }))).toBe('BAD');
    expect(metaOf(member, c)?.cap).toBe(5_000);
    await settle(people);
  });
});

describe('the join code', () => {
  it('is shown to those who change the settings, and to nobody else', async () => {
    const { c, people, owner, admin, moderator, member, stranger, change } = await start(
      { join: joinMode.code },
      { code: 'half-frame' },
    );
    expect(await owner.ask('code.get', { c })).toEqual({ code: 'half-frame' });
    await change(admin, { code: 'full-frame' });
    expect(await admin.ask('code.get', { c })).toEqual({ code: 'full-frame' });
    expect(await codeOf(moderator.ask('code.get', { c }))).toBe('FORBIDDEN');
    expect(await codeOf(member.ask('code.get', { c }))).toBe('FORBIDDEN');
    expect(await codeOf(stranger.ask('code.get', { c }))).toBe('NOT_MEMBER');
    await admin.ask('chat.leave', { c, op: newOp() });
    expect(await codeOf(admin.ask('code.get', { c }))).toBe('NOT_MEMBER');
    await change(owner, { set: { join: joinMode.open }, code: null });
    expect(await owner.ask('code.get', { c })).toEqual({});
    for (const client of people) expect(JSON.stringify([...client.chats.values()])).not.toContain('-frame');
    await settle(people);
  });
});

describe('what roles may do', () => {
  it("is the owner's to say, at once and in the log", async () => {
    const { c, people, owner, admin, moderator, member, change } = await start();
    const mute = () => moderator.ask('member.mute', { c, member: midOf(member, c), minutes: 5, op: newOp() });
    expect(await codeOf(mute())).toBe('ok');
    expect(await codeOf(change(admin, { set: { rights: [0, 0, 0] } }))).toBe('FORBIDDEN');
    await change(owner, { set: { rights: [0, rightBit.reports, rightBit.ban] } });
    expect(await codeOf(mute())).toBe('FORBIDDEN');
    expect(await codeOf(change(admin, { set: { slow: 5 } }))).toBe('FORBIDDEN');
    expect((await owner.ask('audit.list', { c })).items.filter(({ what }) => what === 'rights')).toMatchObject([
      { fields: [] },
    ]);
    await change(owner, { set: { rights: null } });
    expect(await codeOf(mute())).toBe('ok');
    await settle(people);
  });
});
