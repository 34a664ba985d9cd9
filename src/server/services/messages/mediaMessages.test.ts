import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mediaPartSchema, type MediaPart, type MediaType } from '#protocol/entities/bodies/mediaBody.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { mediaList } from '#protocol/requests/mediaList.ts';
import { mediaMonths } from '#protocol/requests/mediaMonths.ts';
import type { RequestInput } from '#protocol/requests.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { readUnit } from '#server/storage/unit.ts';
import { codeOf, connectPeople, makeGroup, perform, say, settlePeople, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import { readyFile } from '#testing/files/readyFile.ts';
import { newMediaId } from '#testing/files/uploadFile.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';
import { forwardItem, sendItem, type Sent } from '#testing/sendItems.ts';

const dayMs = 24 * 3_600_000;
let world: ChatWorld;
let makeWorld: () => Promise<ChatWorld> = createChatWorld;
afterEach(() => world.close());

type People = [ChatPerson, ChatPerson, ChatPerson];
/** A group of ana and ben; eva is elsewhere. */
async function start(): Promise<{ people: People; c: ChatId }> {
  world = await makeWorld();
  const people = (await connectPeople(world, ['ana', 'ben', 'eva'])) as People;
  return { people, c: await makeGroup(world, people.slice(0, 2)) };
}
const fileOf = ({ id }: ChatPerson, t?: MediaType) => readyFile(world.storage, id, t);
const part = (id: MediaId, more: Partial<MediaPart> = {}): MediaPart => ({ id, t: 'i', z: 5, ...more });
const send = (person: ChatPerson, c: ChatId, f: MediaPart[], more: object = {}): Promise<Sent> =>
  sendItem(person, c, { i: randomUUID(), k: messageKind.media, b: { f, ...more } } as never);
const canRead = async ({ id: me }: ChatPerson, id: MediaId) =>
  (await world.storage.run('listReadableFiles', { me, ids: [id] })).length === 1;
const bodyAt = ({ client }: ChatPerson, c: ChatId, s = 0) => client.chats.get(c)?.rows.get(s)?.b;
const gallery = ({ client }: ChatPerson, input: RequestInput<'media.list'>) => client.ask('media.list', input);
const months = async ({ client }: ChatPerson, input: RequestInput<'media.months'>) =>
  (await client.ask('media.months', input)).months;
const readFile = readUnit(async (tx, id: string) => {
  const [row] = await tx.sql<{ state: number; is_used: number; kept_until: number }>(
    'SELECT * FROM files WHERE id = ?',
    [id],
  );
  return row;
});

describe('a message with media', () => {
  it('says what the server knows, and lets those read its files who see it', async () => {
    const { people, c } = await start();
    const [ana, ben, eva] = people;
    const id = await fileOf(ana);
    expect([await canRead(ana, id), await canRead(ben, id)]).toEqual([true, false]);
    const { s } = await send(ana, c, [part(id, { z: 1, w: 9_999, h: 1, n: '../a\u202eb.jpg', m: 'text/html' })], {
      x: 'the sea',
    });
    await world.wait(100);
    expect(bodyAt(ben, c, s)).toEqual({
      f: [{ id, t: 'i', z: 90, w: 40, h: 30, b: 'AAAA', m: 'image/jpeg', n: 'ab.jpg' }],
      x: 'the sea',
    });
    expect([await canRead(ben, id), await canRead(eva, id)]).toEqual([true, false]);
    expect(ben.client.chats.get(c)?.chat.head.l).toMatchObject({ x: 'the sea', b: { f: 'i' } });
    await settlePeople(world, people);
  });

  it('of files that are not there, not the sender’s, not finished or something else has no place', async () => {
    const { people, c } = await start();
    const [ana, ben] = people;
    const [own, others] = [await fileOf(ana), await fileOf(ben)];
    const open = newMediaId();
    await world.storage.run('beginUpload', { id: open, owner: ana.id, t: 'i', name: null, length: 5, most: 1e9 });
    const wrong: MediaPart[][] = [
      [part(newMediaId())],
      [part(others)],
      [part(open)],
      [part(own, { t: 'f' })],
      [part(own), part(newMediaId())],
    ];
    for (const f of wrong) expect(await send(ana, c, f)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await send(ana, c, [part(own), part(own)])).toMatchObject({ code: 'BAD' });
    const voice = await fileOf(ana, 'a');
    expect(await send(ana, c, [part(voice, { t: 'a', d: limits.voiceMsMax + 1 })])).toMatchObject({
      code: 'TOO_LARGE',
    });
    expect(await send(ana, c, [part(voice, { t: 'a', d: 5 }), part(own)])).toMatchObject({ code: 'BAD' });
    expect(await send(ana, c, [part(voice, { t: 'a', d: 5, f: 'AZ27' })])).toHaveProperty('s');
    expect(await canRead(ben, own)).toBe(false);
    await settlePeople(world, people);
  });

  it('that is a voice says how long and how loud it is; nothing else does', async () => {
    const { people, c } = await start();
    const [ana, ben] = people;
    const [voice, photo, plan] = [await fileOf(ana, 'a'), await fileOf(ana), await fileOf(ana, 'f')];
    const said = { d: 4_200, f: 'AZ27' };
    const { s } = await send(ana, c, [part(voice, { t: 'a', ...said })]);
    const { s: other } = await send(ana, c, [part(photo, said), part(plan, { t: 'f', ...said })]);
    await world.wait(100);
    expect(bodyAt(ben, c, s)).toMatchObject({ f: [{ id: voice, t: 'a', ...said }] });
    for (const shown of (bodyAt(ben, c, other) as { f: MediaPart[] }).f) {
      expect(shown).not.toHaveProperty('d');
      expect(shown).not.toHaveProperty('f');
    }
    await settlePeople(world, people);
  });

  it('is refused where a voice has no such length or loudness', async () => {
    const { people, c } = await start();
    const [ana, ben] = people;
    const id = await fileOf(ana, 'a');
    expect(await send(ana, c, [part(id, { t: 'a', d: limits.voiceMsMax + 1 })])).toMatchObject({ code: 'TOO_LARGE' });
    for (const more of [{ d: -1 }, { d: 0.5 }, { f: '' }, { f: 'az' }, { f: 'A0B1' }, { f: 'A'.repeat(129) }])
      expect(mediaPartSchema.safeParse(part(id, { t: 'a', d: 5, ...more })).success, JSON.stringify(more)).toBe(false);
    expect(await canRead(ben, id)).toBe(false);
    await settlePeople(world, people);
  });

  it('sent twice is one', async () => {
    const { people, c } = await start();
    const [ana] = people;
    const item = { i: randomUUID(), k: messageKind.media, b: { f: [part(await fileOf(ana))] } } as never;
    const first = await sendItem(ana, c, item);
    expect(await sendItem(ana, c, item)).toMatchObject({ s: first.s, dup: 1 });
    await settlePeople(world, people);
  });

  it('that is unsent gives its files back to the sender alone, and a day later to nobody', async () => {
    const { people, c } = await start();
    const [ana, ben] = people;
    const id = await fileOf(ana);
    const { s = 0 } = await send(ana, c, [part(id)]);
    await perform(ana, 'message.unsend', { c, s, op: newOp() });
    expect([await canRead(ana, id), await canRead(ben, id)]).toEqual([true, false]);
    expect((await gallery(ben, { c, t: ['i'], limit: 10 })).items).toEqual([]);
    expect(await world.storage.run('listDeadFiles', { limit: 9 })).toEqual([]);
    await world.wait(dayMs + 1);
    expect(await world.storage.run('listDeadFiles', { limit: 9 })).toEqual([id]);
    await settlePeople(world, people);
  });

  it('that a moderator takes away and brings back has its files again', async () => {
    const { people, c } = await start();
    const [ana, ben] = people;
    const id = await fileOf(ben);
    const { s = 0 } = await send(ben, c, [part(id)]);
    await perform(ana, 'message.unsend', { c, s, op: newOp() });
    expect(await canRead(ana, id)).toBe(false);
    await world.wait(2 * dayMs);
    expect(await world.storage.run('listDeadFiles', { limit: 9 })).toEqual([]);
    const { items } = await ana.client.ask('act.list', { c });
    await perform(ana, 'act.undo', { c, id: items[0]!.id, op: newOp() } as never);
    expect(await canRead(ana, id)).toBe(true);
    expect((await gallery(ana, { c, t: ['i'], limit: 10 })).items).toHaveLength(1);
    await world.wait(5 * dayMs);
    expect(await world.storage.run('listDeadFiles', { limit: 9 })).toEqual([]);
    await settlePeople(world, people);
  });

  it('that waits for a moderator keeps its files, and they are read once it is let in', async () => {
    const { people, c } = await start();
    const [ana, ben] = people;
    const config = { phrases: [{ x: 'casino', m: 'contains' as const, do: 'hide' as const }], allow: [] };
    await perform(ana, 'moderation.set', { c, config, op: newOp() });
    const id = await fileOf(ben);
    const i = randomUUID();
    const held = await sendItem(ben, c, { i, k: messageKind.media, b: { f: [part(id)], x: 'casino' } } as never);
    expect(held).toMatchObject({ held: 1 });
    expect(await canRead(ana, id)).toBe(false);
    await world.wait(3 * dayMs);
    expect(await world.storage.run('listDeadFiles', { limit: 9 })).toEqual([]);
    await perform(ana, 'held.decide', { c, u: toMemberId(ben.id), i: i as never, ok: true, op: newOp() });
    expect(await canRead(ana, id)).toBe(true);
    await settlePeople(world, people);
  });

  it('that is forwarded is read where it goes, and stays there when the first is unsent', async () => {
    const { people, c } = await start();
    const [ana, ben, eva] = people;
    const to = await makeGroup(world, [ben, eva], 'To');
    const id = await fileOf(ana);
    const { s = 0 } = await send(ana, c, [part(id)]);
    await world.wait(100);
    const passed = await sendItem(ben, to, forwardItem({ c, s }, { k: messageKind.media, b: { f: [part(id)] } }));
    expect(passed).toHaveProperty('s');
    expect(await canRead(eva, id)).toBe(true);
    await perform(ana, 'message.unsend', { c, s, op: newOp() });
    expect(await canRead(eva, id)).toBe(true);
    await world.wait(3 * dayMs);
    expect(await world.storage.run('listDeadFiles', { limit: 9 })).toEqual([]);
    await perform(ben, 'message.unsend', { c: to, s: passed.s ?? 0, op: newOp() });
    expect([await canRead(eva, id), (await world.storage.runUnit(readFile, id))?.is_used]).toEqual([false, 0]);
    await settlePeople(world, people);
  });
});

describe('who may read a file', () => {
  it('is not who was removed or has left, and again who comes back only what he sees then', async () => {
    const { people, c } = await start();
    const [ana, ben] = people;
    const id = await fileOf(ana);
    await send(ana, c, [part(id)]);
    expect(await canRead(ben, id)).toBe(true);
    await perform(ben, 'chat.leave', { c, op: newOp() });
    expect(await canRead(ben, id)).toBe(false);
    expect(await codeOf(gallery(ben, { c, t: ['i'], limit: 10 }))).toBe('NOT_MEMBER');
  });

  it('is, in a community and its rooms, a member from his floor on', async () => {
    world = await createChatWorld();
    const people = (await connectPeople(world, ['ana', 'ben', 'eva'])) as People;
    const [ana, ben, eva] = people;
    const set = { join: joinMode.open };
    const { chat } = await perform(ana, 'community.create', { op: newOp(), title: 'Sea', nn: 'Ana', set, hist: 0 });
    const c = chat.h.c;
    const { room } = await perform(ana, 'room.create', { c, title: 'Boats', op: newOp() });
    const before = await fileOf(ana);
    const first = await send(ana, room, [part(before)]);
    await world.wait(dayMs);
    await say(ana, room, 'another day');
    await perform(ben, 'community.join', { c, nn: 'Ben', op: newOp() });
    const after = await fileOf(ana);
    expect(await send(ana, room, [part(after)])).toHaveProperty('s');
    expect([await canRead(ben, after), await canRead(eva, after), await canRead(eva, before)]).toEqual([
      true,
      false,
      false,
    ]);
    // Exactly where his history begins.
    const { rows } = await ben.client.ask('messages.get', { c: room, seqs: [first.s ?? 0] });
    expect([rows.length, await canRead(ben, before)]).toEqual([0, false]);
    expect((await gallery(ben, { c: room, t: ['i'], limit: 9 })).items).toHaveLength(1);
    await perform(ben, 'chat.leave', { c, op: newOp() });
    expect(await canRead(ben, after)).toBe(false);
  });

  it('is not whom a block hides the message from', async () => {
    world = await createChatWorld();
    const people = (await connectPeople(world, ['ana', 'ben', 'eva'])) as People;
    const [ana, ben] = people;
    const { chat } = await ana.client.ask('chat.create', { i: newOp(), kind: chatKind.dm, users: [ben.id] });
    await perform(ben, 'contact.set', { user: ana.id, state: contactState.blocked, op: newOp() });
    const id = await fileOf(ana);
    expect(await send(ana, chat.h.c, [part(id)])).toHaveProperty('s');
    expect([await canRead(ana, id), await canRead(ben, id)]).toEqual([true, false]);
    expect((await gallery(ben, { c: chat.h.c, t: ['i'], limit: 9 })).items).toEqual([]);
    expect((await gallery(ana, { c: chat.h.c, t: ['i'], limit: 9 })).items).toHaveLength(1);
  });
});

const theGallery = (): void => {
  it('has the newest first, by kind, page by page and by month', async () => {
    const { people, c } = await start();
    const [ana, ben] = people;
    const seqs: number[] = [];
    for (let at = 0; at < 5; at += 1) seqs.push((await send(ana, c, [part(await fileOf(ana))])).s ?? 0);
    const file = await send(ben, c, [part(await fileOf(ben), {}), part(await fileOf(ben, 'f'), { t: 'f' })]);
    const link = await say(ana, c, 'look at https://kabar.example/a?b=1, and (http://sea.example).');
    await say(ana, c, 'https:// nothing');
    const pictures = await gallery(ben, { c, t: ['i'], limit: 4 });
    expect(pictures.items.map(({ s }) => s)).toEqual([file.s, ...seqs.slice(2).reverse()]);
    expect(pictures.items[0]?.f?.map(({ t }) => t)).toEqual(['i']);
    expect(pictures.more).toBe(1);
    const rest = await gallery(ben, { c, t: ['i'], before: seqs[2], limit: 4 } as never);
    expect([rest.items.map(({ s }) => s), rest.more]).toEqual([[seqs[1], seqs[0]], undefined]);
    expect((await gallery(ben, { c, t: ['f', 'v'], limit: 9 })).items.map(({ s, f }) => [s, f?.length])).toEqual([
      [file.s, 1],
    ]);
    expect((await gallery(ben, { c, t: ['l'], limit: 9 })).items).toMatchObject([
      { s: link, u: ana.id as number, l: ['https://kabar.example/a?b=1', 'http://sea.example'] },
    ]);
    const to = world.clock.now() + 1;
    expect((await gallery(ben, { c, t: ['i'], limit: 9, from: to - dayMs, to } as never)).items).toHaveLength(6);
    expect((await gallery(ben, { c, t: ['i'], limit: 9, from: to } as never)).items).toEqual([]);
    expect((await gallery(ben, { c, t: ['i'], limit: 9, to: to - dayMs } as never)).items).toEqual([]);
    await settlePeople(world, people);
  });

  it('is counted by kind and month of the asker’s clock, whatever people write', async () => {
    const { people, c } = await start();
    const [ana, ben] = people;
    const x = 'see "t":"i" and \\"t":"i" https://a.example';
    await send(ana, c, [part(await fileOf(ana), { n: '"t":"i"' }), part(await fileOf(ana))], { x });
    await send(ben, c, [part(await fileOf(ben, 'f'), { t: 'f' })]);
    const hidden = await send(ben, c, [part(await fileOf(ben))]);
    const gone = await send(ben, c, [part(await fileOf(ben))]);
    await say(ana, c, 'https://b.example and https://c.example');
    await perform(ana, 'message.hide', { c, seqs: [hidden.s ?? 0], op: newOp() });
    await perform(ben, 'message.unsend', { c, s: gone.s ?? 0, op: newOp() });
    const now = world.clock.now();
    const monthAt = (off: number) => new Date(now + off * 60_000).toISOString().slice(0, 7);
    for (const off of [0, 840, -840])
      expect(await months(ana, { c, t: ['l', 'i', 'f', 'v'], off })).toEqual([{ m: monthAt(off), n: [1, 2, 1, 0] }]);
    expect(await months(ben, { c, t: ['i'], off: 0 })).toEqual([{ m: monthAt(0), n: [3] }]);
    await world.wait(62 * dayMs);
    await send(ana, c, [part(await fileOf(ana))]);
    expect((await months(ben, { c, t: ['i'], off: 0 })).map(({ n }) => n)).toEqual([[1], [3]]);
    expect(await months(ben, { c, t: ['a'], off: 0 })).toEqual([]);
  });

  it('is neither listed nor counted without a kind, or for a clock that nobody has', async () => {
    const { c } = await start();
    for (const more of [{ t: [] }, { t: ['x'] }, { off: 841 }, { off: -841 }, { off: 0.5 }])
      expect(mediaMonths.input.safeParse({ c, t: ['i'], off: 0, ...more }).success, JSON.stringify(more)).toBe(false);
    for (const more of [{ t: [] }, { limit: 0 }, { from: -1 }, { to: 0.5 }, { month: '2026-01' }])
      expect(mediaList.input.safeParse({ c, t: ['i'], limit: 9, ...more }).success, JSON.stringify(more)).toBe(false);
  });

  it('counts nothing from before somebody’s time, and tells a stranger nothing', async () => {
    const { people, c } = await start();
    const [ana, , eva] = people;
    await send(ana, c, [part(await fileOf(ana))]);
    expect(await codeOf(eva.client.ask('media.months', { c, t: ['i'], off: 0 }))).toBe('NOT_MEMBER');
    await perform(ana, 'chat.invite', { c, users: [eva.id], op: newOp() } as never);
    await perform(eva, 'chat.accept', { c, op: newOp() } as never).catch(() => undefined);
    await world.wait(100);
    expect([await months(eva, { c, t: ['i'], off: 0 }), (await gallery(eva, { c, t: ['i'], limit: 9 })).items]).toEqual(
      [[], []],
    );
  });

  it('follows edits of texts, and leaves out what somebody has put away', async () => {
    const { people, c } = await start();
    const [ana, ben] = people;
    const s = await say(ana, c, 'nothing');
    const links = async (who = ben) => (await gallery(who, { c, t: ['l'], limit: 9 })).items.map(({ l }) => l);
    expect(await links()).toEqual([]);
    await perform(ana, 'message.edit', { c, s, b: { x: 'https://a.example' }, op: newOp() });
    expect(await links()).toEqual([['https://a.example']]);
    await perform(ana, 'message.edit', { c, s, b: { x: 'no more' }, op: newOp() });
    expect(await links()).toEqual([]);
    const other = await say(ana, c, 'https://b.example');
    await perform(ben, 'message.hide', { c, seqs: [other], op: newOp() });
    expect([await links(ben), await links(ana)]).toEqual([[], [['https://b.example']]]);
  });

  it('is nobody’s who is not in the chat', async () => {
    const { people, c } = await start();
    expect(await codeOf(gallery(people[2], { c, t: ['i'], limit: 9 }))).toBe('NOT_MEMBER');
  });
};

describe('the gallery of a chat', theGallery);
describePostgres('the gallery of a chat, on PostgreSQL', (getUrl) => {
  beforeEach(() => {
    makeWorld = () => createChatWorld({ open: (now) => openPostgres(getUrl(), { now }), patienceMs: 15 });
  });
  afterEach(() => {
    makeWorld = createChatWorld;
  });
  theGallery();
});
