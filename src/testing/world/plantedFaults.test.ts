import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { everybody } from '#domain/namesAll.ts';
import type { Delta, Head } from '#protocol/entities/chat.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import { toCid, toOpId } from '#protocol/casts.ts';
import { roomOf } from '#server/live/roomOf.ts';
import { writeUnit } from '#server/storage/unit.ts';
import type { LocalChat, LocalMember, LocalMessage } from '#sync/changes.ts';
import { findBrokenInvariants } from '#testing/chatInvariants.ts';
import { dumpChat } from '#testing/contracts/storageDump.ts';
import { fakeDelivery } from '#testing/fakeDelivery.ts';
import { checkLive } from './checkLive.ts';
import { checkMoment } from './checkMoment.ts';
import { checkPeace } from './checkPeace.ts';
import { createWorld, type World } from './createWorld.ts';
import { ownWrites } from './ownWrites.ts';
import { receiptWatch } from './receiptWatch.ts';
import { previewOf, signalledHeads } from './shownPreviews.ts';
import { watchDelivery } from './watchDelivery.ts';
import type { SentAck, WorldDevice } from './worldDevice.ts';
import type { WorldTab } from './worldTab.ts';

vi.mock('#server/storage/rows/randomId.ts', () => import('./worldIds.ts'));

let world: World;
let device: WorldDevice;
let c: ChatId;
/** The second message of the first device. */
let mine: LocalMessage;

const write = writeUnit(async (tx, text: string) => {
  await tx.sql(text, []);
});
const plant = (text: string): Promise<void> => world.server.storage.runUnit(write, text);
const change = (part: Partial<LocalMessage>) =>
  device.store.commit(async (tx) => tx.put('msgs', [{ ...mine, ...part }]));

/** What a check says of the world; '' when it finds it in order. */
const faultOf = (check: Promise<void>): Promise<string> =>
  check.then(
    () => '',
    (error: Error & { actual?: unknown }) => `${error.message} ${JSON.stringify(error.actual)}`,
  );

/** A world in which all is well: one device has written three messages to the first group. */
beforeEach(async () => {
  world = await createWorld(1);
  [device] = world.devices as [WorldDevice];
  [c] = world.chats as [ChatId];
  for (const x of ['one', 'two', 'three']) await device.tabs[0]?.commands.sendMessage({ c, b: { x } });
  await world.clock.advance(10_000);
  await checkPeace(world);
  const own = device.shadow.rows().filter((row) => row.c === c && Number(row.u) === Number(device.login.user));
  mine = own.find(({ b }) => b?.['x'] === 'two') as LocalMessage;
});
afterEach(() => world.close());

/** The community, in which everybody is, and somebody whose leaving and coming back a test decides. */
async function awayFromCommunity() {
  await world.heal();
  const { ask } = world.server;
  const { community } = world;
  const { login } = world.devices.find((one) => one.login.user !== device.login.user) as WorldDevice;
  const op = () => toOpId(crypto.randomUUID());
  const { members } = await dumpChat(world.server.storage, community);
  const mid = members.find(({ user_id: id }) => id === Number(login.user))?.mid as MemberId;
  return {
    ...{ ask, login, mid },
    gone: () => ask(device.login, 'chat.kick', { c: community, members: [mid], op: op() }),
    back: () => ask(login, 'community.join', { c: community, nn: login.handle, op: op() }),
  };
}

describe('what is wrong in the database is found', () => {
  it.each([
    ['I3: an ordinal is skipped', () => `UPDATE messages SET n = n + 100 WHERE cid = '${mine.i}'`],
    ['I7: own messages are miscounted', () => `UPDATE members SET own_after = own_after + 1 WHERE chat_id = ${c}`],
    ['I10: a head is not what devices have', () => `UPDATE chat_heads SET bump_at = bump_at + 1 WHERE chat_id = ${c}`],
  ])('%s', async (_name, text) => {
    await plant(text());
    expect(await faultOf(checkPeace(world))).not.toBe('');
  });

  it('I2: a rev is left out', async () => {
    await plant(`UPDATE chat_heads SET rev = rev + 1 WHERE chat_id = ${c}`);
    expect(await faultOf(checkMoment(world))).toMatch(/revs up to/);
  });

  it('I2: a rev is left out, and later changes cover it', async () => {
    await plant(`UPDATE chat_heads SET rev = rev + 1 WHERE chat_id = ${c}`);
    await device.tabs[0]?.commands.sendMessage({ c, b: { x: 'four' } });
    await world.clock.advance(10_000);
    expect(await faultOf(checkMoment(world))).toMatch(/revs up to/);
  });

  it('I2: a rev is given to two messages, one after the other', async () => {
    await plant(`INSERT INTO rev_log VALUES (${c}, ${mine.s}, ${mine.s - 1})`);
    expect(await faultOf(checkMoment(world))).toMatch(/is of two messages/);
  });

  it('I5: somebody wrote while he was out, and has come back', async () => {
    const other = world.devices.find(({ login }) => login.user !== device.login.user)?.login as WorldDevice['login'];
    const op = () => toOpId(crypto.randomUUID());
    await world.server.ask(device.login, 'chat.kick', { c, members: [Number(other.user) as MemberId], op: op() });
    const i = toCid(crypto.randomUUID());
    await world.server.ask(device.login, 'message.send', { c, items: [{ i, k: 1, b: { x: 'he is out' } }] });
    await world.server.ask(device.login, 'chat.invite', { c, users: [other.user], op: op() });
    expect(await findBrokenInvariants(world.server, [])).toEqual([]);
    await plant(`UPDATE messages SET sender_mid = ${other.user} WHERE cid = '${i}'`);
    expect((await findBrokenInvariants(world.server, [])).join()).toMatch(/wrote \d+ while out/);
  });

  it('I6: who joined a community got another floor than its window of history gives', async () => {
    await plant(`UPDATE span_log SET floor_seq = floor_seq - 1 WHERE chat_id = ${world.community} AND state = 1`);
    expect(await faultOf(checkPeace(world))).toMatch(/floor -?\d+ instead of/);
  });

  it('I5: somebody wrote in a community while he was out, and has come back', async () => {
    const { ask, gone, back, mid } = await awayFromCommunity();
    const i = toCid(crypto.randomUUID());
    await gone();
    await ask(device.login, 'message.send', { c: world.community, items: [{ i, k: 1, b: { x: 'he is out' } }] });
    await back();
    const broken = async () => findBrokenInvariants(world.server, [], await world.spans.read());
    expect(await broken()).toEqual([]);
    await plant(`UPDATE messages SET sender_mid = ${mid} WHERE cid = '${i}'`);
    expect((await broken()).join()).toMatch(/wrote \d+ while out/);
  });

  it('I6: a read position goes back', async () => {
    await plant(`UPDATE members SET read_seq = read_seq - 1 WHERE chat_id = ${c}`);
    expect(await faultOf(checkMoment(world))).toMatch(/read_seq/);
  });
});

describe('what is wrong on a device is found', () => {
  it('I4, P4: messages stand in another order than they were queued', async () => {
    (device.shadow.queued as unknown[]).reverse();
    expect(await faultOf(checkPeace(world))).not.toBe('');
  });

  it('I4: not what was refused, unheard, and is allowed by the time of its repeat', async () => {
    const heir = world.devices.find(({ login }) => login.handle === 'ben') as WorldDevice;
    const send = (b: { x: string; at?: [number, number, MemberId][] }) => heir.tabs[0]?.commands.sendMessage({ c, b });
    heir.network.isUp = false;
    const call = await send({ x: '@everyone', at: [[0, 9, everybody]] });
    const behind = await send({ x: 'behind it' });
    await world.clock.settle();
    Object.assign(heir.network, { isUp: true, isDeaf: true });
    heir.network.release();
    await world.clock.settle();
    heir.network.cut(true);
    await world.server.ask(device.login, 'chat.leave', { c, op: toOpId(crypto.randomUUID()) });
    await world.heal();
    const { messages } = await dumpChat(world.server.storage, c);
    expect(messages.map(({ cid }) => cid).filter((cid) => cid === call || cid === behind)).toEqual([behind, call]);
    expect(await faultOf(checkPeace(world))).toBe('');
    (heir.passed as Set<string>).clear();
    expect(await faultOf(checkPeace(world))).toContain(behind);
  });

  it('I1, P1: a message that was queued is not stored', async () => {
    (device.shadow.queued as unknown[]).push({ c, cid: 'lost' });
    expect(await faultOf(checkPeace(world))).toMatch(/has arrived/);
  });

  it('I1: a repeated answer names another place than the first', async () => {
    (device.acks as SentAck[]).push({ c, i: mine.i, s: mine.s + 1, r: mine.s + 1, n: mine.n });
    expect(await faultOf(checkPeace(world))).toContain(`[${mine.s + 1},${mine.s + 1},${mine.n}]`);
  });

  it('I8: content from before somebody came in', async () => {
    (device.seen as unknown[]).push({ c, row: { s: 0, r: 1 } });
    expect(await faultOf(checkPeace(world))).toMatch(/was shown 0/);
  });

  it('I8: a community goes on telling who was removed from it', async () => {
    const { ask, gone, back, login } = await awayFromCommunity();
    await gone();
    const i = toCid(crypto.randomUUID());
    const sent = await ask(device.login, 'message.send', { c: world.community, items: [{ i, k: 1, b: { x: 'x' } }] });
    const { s } = (sent as unknown as { data: { items: [{ s: number }] } }).data.items[0];
    await world.clock.advance(20_000);
    await checkMoment(world);
    const readers = [{ user: login.user, seen: [{ c: world.community, row: { s: s as never, r: s as never } }] }];
    const shown = await findBrokenInvariants(world.server, readers, await world.spans.read());
    expect(shown).toEqual([`${world.community}: ${login.user} was shown ${s} as of ${s}`]);
    await back();
    // Who came back may see it where the window of history reaches that far, and still not where it does not.
    const [span] = (await world.spans.read())(world.community, Number(login.user)).slice(-1);
    const later = await findBrokenInvariants(world.server, readers, await world.spans.read());
    expect(later).toHaveLength((span as { from: number }).from <= s ? 0 : 1);
  });

  it('I8: a digest shows a message from below the floor', async () => {
    const [span] = (await world.spans.read())(world.community, Number(device.login.user));
    const head = {
      c: world.community,
      rev: 9,
      l: { s: (span as { from: number }).from - 1, u: 1, k: 1, x: 'old', at: 1 },
    };
    const heads = signalledHeads({ name: 'head', data: [head as unknown as Head] });
    (device.seen as unknown[]).push(...heads.flatMap(previewOf));
    expect(await faultOf(checkPeace(world))).toMatch(/was shown \d+ as of 9/);
  });

  it('I8: previews count as content, and what was unsent does not', () => {
    const head = { c, rev: 9, l: { s: 7, u: 1, k: 1, x: 'text', at: 1 } } as unknown as Head;
    expect(previewOf(head)).toEqual([{ c, row: { s: 7, r: 9 } }]);
    expect(previewOf({ ...head, l: { s: 7, u: 1, k: 1, del: 1, at: 1 } } as unknown as Head)).toEqual([]);
  });

  it.each([
    ['I9: a claimed message is of an older version', { r: 0 }],
    ['I9, P3: another message stands in its place', { i: 'other' as LocalMessage['i'] }],
  ])('%s', async (_name, part) => {
    await change(part);
    expect(await faultOf(checkMoment(world))).toMatch(new RegExp(`${c}/${mine.s}: `));
  });

  it('I9: a claimed message is missing', async () => {
    await device.store.commit(async (tx) => tx.del('msgs', [[mine.c, mine.s]]));
    expect(await faultOf(checkMoment(world))).toMatch(/undefined as of undefined/);
  });

  it('I9: not what is known to be fetched anew', async () => {
    await change({ r: 0, need: mine.r });
    await checkMoment(world);
  });

  it('I10: the head of a community never came', async () => {
    const own = device.store.dump('chats').find((chat) => chat.c === world.community) as LocalChat;
    const head = { ...own.head, rev: own.head.rev - 1 };
    await device.store.commit(async (tx) => tx.put('chats', [{ ...own, head }]));
    const [tab] = device.tabs;
    for (const [visible, tier, other] of [
      [true, 'heads', 'quiet heads'],
      [false, 'quiet heads', 'heads'],
    ] as const) {
      if (tab) device.show(tab, { visible, open: [], focused: false, watch: [] });
      expect(await faultOf(checkLive(world, ['changes', other]))).toBe('');
      expect(await faultOf(checkLive(world, [tier]))).toMatch(/knows of/);
    }
    expect(await faultOf(checkPeace(world))).not.toBe('');
  });

  it('I10: a mention in a community is told too often', async () => {
    const own = device.store.dump('chats').find((chat) => chat.c === world.community) as LocalChat;
    await device.store.commit(async (tx) => tx.put('chats', [{ ...own, mentions: own.mentions + 1 }]));
    expect(await faultOf(checkLive(world, ['changes']))).toMatch(/mentions of/);
  });

  it('I10: a member of a community goes by an old name, or by none', async () => {
    const { community: where } = world;
    const view = { visible: true, focused: true, open: [where], watch: [] };
    device.show(device.tabs[0] as WorldTab, view);
    await device.tabs[0]?.commands.sendMessage({ c: where, b: { x: 'hello' } });
    await world.clock.advance(10_000);
    await checkPeace(world);
    const card = device.store.dump('members').find((member) => member.c === where) as LocalMember;
    await device.store.commit(async (tx) => tx.put('members', [{ ...card, nn: 'somebody' }]));
    expect(await faultOf(checkPeace(world))).toMatch(/name of/);
    await device.store.commit(async (tx) => tx.del('members', [[where, card.u]]));
    expect(await faultOf(checkPeace(world))).toMatch(/does not know/);
  });

  it('I9: a chat is missing in the list, or still there', async () => {
    const own = device.store.dump('chats').find((chat) => chat.c === c) as LocalChat;
    await device.store.commit(async (tx) => tx.del('chats', [c]));
    expect(await faultOf(checkMoment(world))).toMatch(/is missing on a device of ana/);
    await device.store.commit(async (tx) => tx.put('chats', [own]));
    await checkMoment(world);
    const other = world.devices.find(({ login }) => login.user !== device.login.user) as WorldDevice;
    const kick = { c, members: [Number(other.login.user) as MemberId], op: toOpId(crypto.randomUUID()) };
    await world.server.ask(device.login, 'chat.kick', kick);
    await world.clock.advance(10_000);
    await checkMoment(world);
    await other.store.commit(async (tx) => tx.put('chats', [{ ...own, sync: { ...own.sync, rev: 0 as never } }]));
    expect(await faultOf(checkMoment(world))).toMatch(/is still there/);
  });

  it('I11, P2: a message is on the screen twice', async () => {
    await change({ s: (mine.s + 1_000) as LocalMessage['s'] });
    expect(await faultOf(checkMoment(world))).toMatch(/stored twice/);
  });
});

describe('what is wrong on the way is found', () => {
  it('I12: a hole between two emissions', () => {
    const complaints: string[] = [];
    const delivery = watchDelivery(fakeDelivery(), (what) => void complaints.push(what));
    delivery.attach('one', () => undefined);
    delivery.join('one', roomOf.chat(c));
    const emit = (a: number, b: number) => delivery.emitDelta({ room: roomOf.chat(c) }, [{ c, a, b } as Delta]);
    emit(4, 5);
    emit(5, 7);
    expect(complaints).toEqual([]);
    emit(8, 9);
    expect(complaints).toHaveLength(1);
  });

  it('I12: a change goes to somebody who gets heads only', () => {
    const complaints: string[] = [];
    const delivery = watchDelivery(fakeDelivery(), (what) => void complaints.push(what));
    const change = [{ c, a: 4, b: 5 } as Delta];
    delivery.attach('one', () => undefined);
    delivery.join('one', roomOf.heads(c));
    delivery.emitDelta({ room: roomOf.open(c) }, change);
    expect(complaints).toEqual([]);
    delivery.emitDelta({ connection: 'one' }, change);
    delivery.emitDelta({ room: roomOf.heads(c) }, change);
    expect(complaints.filter((what) => what.includes('heads only'))).toHaveLength(2);
    complaints.length = 0;
    delivery.join('one', roomOf.open(c));
    delivery.emitDelta({ connection: 'one' }, [{ c, a: 5, b: 6 } as Delta]);
    expect(complaints).toEqual([]);
  });

  it('I14: a read count that goes down', () => {
    const broken: string[] = [];
    const watch = receiptWatch((what) => void broken.push(what));
    const tell = (count: number) => watch.signal({ name: 'rc', data: { c, v: 1, steps: [[5, count]] as never } });
    tell(2);
    tell(3);
    expect(broken).toEqual([]);
    tell(2);
    expect(broken).toHaveLength(1);
  });

  it('P5: an answer that does not know of a change told before it was asked for', () => {
    const broken: string[] = [];
    const writes = ownWrites((what) => void broken.push(what));
    const read = (rev: number) => [writes.begin(), rev] as const;
    const early = read(3);
    writes.begin()('message.edit', { c }, { r: 5 });
    const late = [read(5), read(4)] as const;
    for (const [ended, rev] of [early, late[0]]) ended('history.get', { c }, { rev });
    expect(broken).toEqual([]);
    late[1][0]('history.get', { c }, { rev: late[1][1] });
    expect(broken).toHaveLength(1);
  });
});
