import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { everybody } from '#domain/namesAll.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MediaBody } from '#protocol/entities/bodies/mediaBody.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import type { ChatId, Cid } from '#protocol/ids.ts';
import { writeUnit } from '#server/storage/unit.ts';
import type { OutboxEntry } from '#sync/changes.ts';
import { sendEntry } from '#testing/localRows.ts';
import { checkMoment } from './checkMoment.ts';
import { checkPeace } from './checkPeace.ts';
import { createWorld, richFrom, type World } from './createWorld.ts';
import { movedEntries } from './movedEntries.ts';
import { addTo } from './wishes.ts';
import type { WorldDevice } from './worldDevice.ts';

vi.mock('#server/storage/rows/randomId.ts', () => import('./worldIds.ts'));

let world: World;
let device: WorldDevice;
let second: WorldDevice;
let c: ChatId;
let later: Cid;
const files = ['a', 'b'].map((letter) => toMediaId(letter.repeat(22)));

const write = writeUnit(async (tx, text: string) => {
  await tx.sql(text, []);
});
const plant = (text: string): Promise<void> => world.server.storage.runUnit(write, text);
/** What a check says of the world; '' when it finds it in order. */
const faultOf = (check: Promise<void>): Promise<string> =>
  check.then(
    () => '',
    (error: Error) => error.message,
  );
const commandsOf = ({ tabs }: WorldDevice) => tabs[0]!.commands;

/** A world in which a person with two devices has sent two files, had something sent later, kept, noted and hidden something; and all is well. */
beforeEach(async () => {
  world = await createWorld(richFrom);
  [device, second] = world.devices as [WorldDevice, WorldDevice];
  c = world.groups[0] as ChatId;
  const commands = commandsOf(device);
  await commands.sendMessage({ c, b: { x: 'a text' } });
  for (const id of files) device.uploads?.disk.add(id);
  const f: MediaBody['f'] = files.map((id) => ({ id, t: 'f', z: 120 }));
  await commands.sendMessage({ c, k: messageKind.media, b: { f } });
  const at = world.clock.now() + 30_000;
  later = await commands.scheduleMessage({ c, b: { x: 'later 1' }, at });
  const changes = new Set([{ x: 'later 1', at, u: 0 }]);
  world.wishes.later.set(later, { user: device.login.user, c, cid: later, changes, drops: 0 });
  await world.clock.advance(10_000);
  const s = device.shadow.rows().find((row) => row.c === c && row.b?.['x'] === 'a text')?.s as number;
  await commands.keepMessage({ c, s });
  addTo(world.wishes.notes, device.login.user, 'a note');
  await commands.writeKeepNote({ x: 'a note' });
  for (const sets of [world.wishes.hidden.surely, world.wishes.hidden.perhaps])
    addTo(sets, device.login.user, `${c}/${s}`);
  await commands.hideMessages({ c, seqs: [s] });
  await world.clock.advance(60_000);
  expect(await faultOf(checkPeace(world))).toBe('');
});
afterEach(() => world.close());

describe('what is wrong with messages of later is found', () => {
  it.each([
    ['it was lost', () => `DELETE FROM messages WHERE cid = '${later}'`],
    ['it came before its time', () => `UPDATE messages SET created_at = created_at - 40000 WHERE cid = '${later}'`],
    ['it says something else', () => `UPDATE messages SET body = '{"x":"other"}' WHERE cid = '${later}'`],
    ['it still waits', () => `UPDATE scheduled_messages SET state = 0 WHERE cid = '${later}'`],
  ])('%s', async (_name, text) => {
    await plant(text());
    expect(await faultOf(checkPeace(world))).not.toBe('');
  });

  it('it was sent twice', async () => {
    await commandsOf(device).sendMessage({ c, b: { x: 'later 1' } });
    await world.clock.advance(5_000);
    expect(await faultOf(checkPeace(world))).toMatch(/there once at most/);
  });

  it('it was given up, and sent', async () => {
    world.wishes.later.get(later)!.dropped = 'surely';
    expect(await faultOf(checkPeace(world))).toMatch(/was given up/);
  });
});

describe('what is wrong with private things is found', () => {
  it.each([
    ['what was kept is lost', () => `UPDATE keeps SET state = 2, urev = urev`],
    ['a note is another', () => `UPDATE keeps SET note = 'other' WHERE note IS NOT NULL`],
    ['what was hidden is shown', () => 'DELETE FROM hidden_messages'],
  ])('%s', async (_name, text) => {
    await plant(text());
    expect(await faultOf(checkPeace(world))).not.toBe('');
  });

  it('a device does not know what the other one keeps', async () => {
    await second.store.commit(async (tx) =>
      tx.del(
        'keeps',
        second.store.dump('keeps').map(({ i }) => i),
      ),
    );
    expect(await faultOf(checkPeace(world))).toMatch(/keeps/);
  });

  it('a device hides what nobody hid', async () => {
    await device.store.commit((tx) => tx.put('hidden', [{ c, s: 1 }]));
    expect(await faultOf(checkPeace(world))).toMatch(/did not hide/);
  });

  it('another person is shown what somebody keeps', async () => {
    const other = world.devices.find(({ login }) => login.user !== device.login.user) as WorldDevice;
    await other.store.commit((tx) => tx.put('keeps', device.store.dump('keeps')));
    expect(await faultOf(checkPeace(world))).toMatch(/keeps/);
  });
});

describe('what is wrong with files is found', () => {
  const body = (ids: readonly string[]): string => JSON.stringify({ f: ids.map((id) => ({ id, t: 'f', z: 120 })) });
  const setBody = (ids: readonly string[]): string =>
    `UPDATE messages SET body = '${body(ids)}' WHERE kind = ${messageKind.media}`;

  it.each([
    ['one is lost', () => setBody(files.slice(1))],
    ['they changed places', () => setBody(files.toReversed())],
    ['one is not there', () => `DELETE FROM files WHERE id = '${files[0]}'`],
    ['one is another one’s', () => `UPDATE files SET owner_id = owner_id + 1 WHERE id = '${files[0]}'`],
  ])('%s', async (_name, text) => {
    await plant(text());
    expect(await faultOf(checkPeace(world))).not.toBe('');
  });

  it('one is not whole', async () => {
    world.server.disk.set(files[0]!, 119);
    expect(await faultOf(checkPeace(world))).toMatch(/files of/);
  });

  it('the device still has bytes that nobody needs', async () => {
    device.uploads?.disk.add(files[0]!);
    expect(await faultOf(checkPeace(world))).toMatch(/bytes of no file/);
  });

  it('a row of one is left over', async () => {
    const row = {
      id: files[0]!,
      c,
      cid: later,
      t: 'f' as const,
      bytes: 120,
      sent: 0,
      state: 'waiting' as const,
      at: 1,
    };
    await device.store.commit((tx) => tx.put('uploads', [{ ...row, cid: 'none' as Cid }]));
    expect(await faultOf(checkPeace(world))).toMatch(/files of no message/);
  });
});

describe('what overtakes files is looked at', () => {
  const media = (id: number, part: string): OutboxEntry => {
    const entry = sendEntry(id);
    const b = { f: [{ id: toMediaId(part), t: 'f', z: 5 }] };
    return { ...entry, action: { ...entry.action, k: messageKind.media, b } as never };
  };
  const row = (part: string, more: object) =>
    ({ id: part, c, cid: 'cid-1', t: 'f', bytes: 5, sent: 0, state: 'going', at: 0, ...more }) as never;

  it.each([
    ['in good time', 15_000, {}, ''],
    ['behind one that stands still', 10, { paused: 1 }, ''],
    ['too early', 14_000, {}, 'before their time'],
    ['although its files are up', 20_000, { state: 'up' }, 'its files are up'],
  ])('%s', (_name, waited, more, problem) => {
    const now = { ms: 0 };
    const moves = movedEntries(() => now.ms);
    moves.files({ put: [row('x', more)], del: [] });
    const [first, text] = [media(1, 'x'), sendEntry(2)];
    moves.began(first.i);
    moves.began(text.i);
    now.ms = waited;
    expect(moves.check([first], [text, { ...first, id: 3 }]).join()).toMatch(new RegExp(problem || '^$'));
  });
});

it('a call to everybody that somebody does not count is found', async () => {
  const at: [number, number, typeof everybody][] = [[0, 9, everybody]];
  await commandsOf(device).sendMessage({ c, b: { x: '@everyone', at } });
  await world.clock.advance(10_000);
  expect(await faultOf(checkPeace(world))).toBe('');
  const other = world.devices.find(({ login }) => login.user !== device.login.user) as WorldDevice;
  const chat = other.store.dump('chats').find((one) => one.c === c)!;
  expect(chat.mentions).toBe(1);
  await other.store.commit((tx) => tx.put('chats', [{ ...chat, mentions: 0 }]));
  expect(await faultOf(checkPeace(world))).not.toBe('');
  expect(await faultOf(checkMoment(world))).toBe('');
});
