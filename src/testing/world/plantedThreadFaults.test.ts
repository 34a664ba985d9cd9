import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toMemberId, toOpId, toShelfId } from '#protocol/casts.ts';
import { writeUnit } from '#server/storage/unit.ts';
import type { LocalChat } from '#sync/changes.ts';
import { checkPeace } from './checkPeace.ts';
import { createWorld, threadsFrom, type World } from './createWorld.ts';
import type { WorldDevice } from './worldDevice.ts';

vi.mock('#server/storage/rows/randomId.ts', () => import('./worldIds.ts'));

let world: World;
let device: WorldDevice;
let other: WorldDevice;
let c: ChatId;
let thread: ChatId;
const photo = toMediaId('p'.repeat(22));
const note = toShelfId('00000000-0000-4000-8000-000000000001');
const album = toShelfId('00000000-0000-4000-8000-000000000002');

const write = writeUnit(async (tx, text: string) => {
  await tx.sql(text, []);
});
const plant = (text: string): Promise<void> => world.server.storage.runUnit(write, text);
const newOp = (() => {
  let last = 0;
  return () => toOpId(`00000000-0000-4000-9000-${String((last += 1)).padStart(12, '0')}`);
})();
/** What a check says of the world; '' when it finds it in order. */
const faultOf = (check: Promise<void>): Promise<string> =>
  check.then(
    () => '',
    (error: Error & { actual?: unknown }) => `${error.message} ${JSON.stringify(error.actual)}`,
  );
const commandsOf = ({ tabs }: WorldDevice) => tabs[0]!.commands;
const chatOf = (id: ChatId, { store }: WorldDevice = device): LocalChat =>
  store.dump('chats').find((chat) => chat.c === id) as LocalChat;
const change = (on: WorldDevice, id: ChatId, more: object) =>
  on.store.commit((tx) => tx.put('chats', [{ ...chatOf(id, on), ...more }]));

/** A world in which somebody has begun a thread and written in it, another one too, with a note, and an album with a photo of a message; and all is well. */
beforeEach(async () => {
  world = await createWorld(threadsFrom);
  [device] = world.devices as [WorldDevice];
  other = world.devices.find(({ login }) => login.user !== device.login.user) as WorldDevice;
  c = world.groups[0] as ChatId;
  const { ask } = world.server;
  await commandsOf(device).sendMessage({ c, b: { x: 'a text' } });
  device.uploads?.disk.add(photo);
  await commandsOf(device).sendMessage({
    c,
    k: messageKind.media,
    b: { f: [{ id: photo, t: 'i', z: 120, w: 40, h: 30 }] },
  });
  await world.clock.advance(10_000);
  const rows = device.shadow.rows().filter((row) => row.c === c);
  const s = rows.find(({ b }) => b?.['x'] === 'a text')?.s as number;
  const begun = await ask(device.login, 'thread.start', { c, s, op: newOp() });
  if (!begun.ok) throw new Error(begun.code);
  thread = begun.data.thread.c;
  await world.clock.advance(10_000);
  for (const one of [device, other])
    one.show(one.tabs[0]!, { visible: true, open: [thread], focused: false, watch: [] });
  await world.clock.advance(5_000);
  await commandsOf(device).sendMessage({ c: thread, b: { x: 'one' } });
  await world.clock.advance(5_000);
  await commandsOf(other).sendMessage({ c: thread, b: { x: 'two' } });
  world.wishes.shelf.set(note, { kind: 'note', c, i: note, texts: ['a note'], isThere: true, isDropped: false });
  world.wishes.shelf.set(album, { kind: 'album', c, i: album, texts: ['photos'], isThere: true, isDropped: false });
  await ask(device.login, 'note.put', { c, i: note, x: 'a note', op: newOp() });
  await ask(device.login, 'album.put', { c, i: album, n: 'photos', op: newOp() });
  const of = [{ s: rows.find(({ k }) => k === messageKind.media)?.s as number, id: photo }];
  const added = await ask(other.login, 'album.add', { c, i: album, of, op: newOp() });
  expect(added.ok).toBe(true);
  await world.clock.advance(60_000);
  expect(await faultOf(checkPeace(world))).toBe('');
});
afterEach(() => world.close());

describe('what is wrong with what a device knows of a thread is found', () => {
  it.each<[string, RegExp, (chat: LocalChat) => Partial<LocalChat>]>([
    ['it counts other replies', /stands/, ({ head }) => ({ head: { ...head, n: head.n + 1 } })],
    ['it hangs on another message', /message/, ({ meta }) => ({ meta: { ...meta, root: { ...meta.root!, s: 1 } } })],
    ['others wrote last', /people/, ({ meta }) => ({ meta: { ...meta, root: { ...meta.root!, f: [toMemberId(5)] } } })],
    ['it has other rules', /rules/, ({ meta }) => ({ meta: { ...meta, set: { frozen: 1 } } })],
    ['its person follows it no more', /place/, ({ me: { fo: _fo, ...me } }) => ({ me })],
    ['its person has silenced it', /place/, ({ me }) => ({ me: { ...me, mu: 99 } })],
    ['its person is somebody else', /standing/, ({ me }) => ({ me: { ...me, ro: 2 } })],
    ['a message counts twice', /unread/, ({ unread }) => ({ unread: unread + 1 })],
    ['it is behind although it is shown', /cache/, ({ sync }) => ({ sync: { ...sync, state: 'behind', rev: 1 } })],
  ])('%s', async (_name, words, more) => {
    await change(device, thread, more(chatOf(thread)));
    expect(await faultOf(checkPeace(world))).toMatch(words);
  });

  it('it is not there', async () => {
    await other.store.commit((tx) => tx.del('chats', [thread]));
    expect(await faultOf(checkPeace(world))).toMatch(/threads on/);
  });

  it('a row of it is another', async () => {
    const row = device.shadow.rows().find((one) => one.c === thread && one.b?.['x'] === 'two')!;
    await device.store.commit((tx) => tx.put('msgs', [{ ...row, b: { x: 'other' } }]));
    expect(await faultOf(checkPeace(world))).not.toBe('');
  });

  it('a draft of it lies in another chat', async () => {
    const draft = { text: `unsent in ${thread}: 5`, at: undefined, updated: 5 };
    await device.store.commit((tx) => tx.put('drafts', [{ ...draft, c: thread }]));
    expect(await faultOf(checkPeace(world))).toBe('');
    await device.store.commit((tx) => tx.put('drafts', [{ ...draft, c }]));
    expect(await faultOf(checkPeace(world))).toMatch(/draft/);
  });

  it('a wish to follow it was lost', async () => {
    const third = world.devices.find(({ login }) => ![device, other].some((one) => one.login.user === login.user))!;
    world.wishes.follows.on.set(third.login.user, new Set([String(thread)]));
    expect(await faultOf(checkPeace(world))).toMatch(/followed/);
  });
});

describe('who sees of a thread what he may not see is found', () => {
  /** Takes the other person out of the chat, and writes in the thread. */
  async function writeWithout(): Promise<number> {
    const members = [toMemberId(Number(other.login.user))];
    expect(await world.server.ask(device.login, 'chat.kick', { c, members, op: newOp() })).toMatchObject({ ok: true });
    await world.clock.advance(5_000);
    await commandsOf(device).sendMessage({ c: thread, b: { x: 'without you' } });
    await world.clock.advance(10_000);
    expect(await faultOf(checkPeace(world))).toBe('');
    return device.shadow.rows().findLast((row) => row.c === thread)?.s as number;
  }

  it('who was removed is shown a message of after', async () => {
    const s = await writeWithout();
    const row = device.shadow.rows().find((one) => one.c === thread && one.s === s)!;
    (other.seen as object[]).push({ c: thread, row });
    expect(await faultOf(checkPeace(world))).toMatch(/was shown message/);
  });

  it('who was removed is told where it stands', async () => {
    const s = await writeWithout();
    (other.told as object[]).push({ c: thread, rc: c, rs: 2, rev: s, n: 3, b: 5, f: [] });
    expect(await faultOf(checkPeace(world))).toMatch(/was shown the place/);
  });

  it('who was removed keeps it', async () => {
    const before = chatOf(thread, other);
    const { rev } = before.sync;
    await writeWithout();
    const sync = { rev, state: 'none' as const, tailFrom: rev + 1, ranges: [] };
    await other.store.commit((tx) => tx.put('chats', [{ ...before, sync }]));
    expect(await faultOf(checkPeace(world))).toMatch(/threads on/);
  });

  it('who was removed writes in it', async () => {
    await writeWithout();
    const mid = Number(other.login.user);
    await plant(`UPDATE messages SET sender_mid = ${mid} WHERE chat_id = ${thread} AND body LIKE '%without you%'`);
    expect(await faultOf(checkPeace(world))).not.toBe('');
  });
});

describe('what is wrong with a shelf is found', () => {
  it.each([
    ['a note is lost', () => 'DELETE FROM shelf_notes'],
    ['a note says something else', () => "UPDATE shelf_notes SET body = 'other'"],
    ['an album is called something else', () => "UPDATE albums SET name = 'other'"],
    ['a photo has no album', () => 'DELETE FROM albums'],
    ['a photo is not held', () => `UPDATE files SET is_used = 0 WHERE id = '${photo}'`],
    ['a photo is not there', () => `DELETE FROM files WHERE id = '${photo}'`],
  ])('%s', async (_name, text) => {
    await plant(text());
    expect(await faultOf(checkPeace(world))).not.toBe('');
  });

  it('a photo has no bytes', async () => {
    world.server.disk.delete(photo);
    expect(await faultOf(checkPeace(world))).not.toBe('');
  });
});
