import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moveInOrder } from '#domain/moveInOrder.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { ShelfId } from '#protocol/entities/shelf.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toMemberId, toShelfId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { notePut } from '#protocol/requests/notePut.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { readUnit, writeUnit } from '#server/storage/unit.ts';
import {
  codeOf,
  connectPeople,
  linesOf,
  makeGroup,
  perform,
  settlePeople,
  type ChatPerson,
} from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import { readyFile } from '#testing/files/readyFile.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';
import { sendItem } from '#testing/sendItems.ts';

const dayMs = 24 * 3_600_000;
let world: ChatWorld;
let makeWorld: () => Promise<ChatWorld>;

type People = [ChatPerson, ChatPerson, ChatPerson, ChatPerson];
/** A group of ana, who owns it, ben and dan; eva is elsewhere. */
async function start(): Promise<{ people: People; c: ChatId }> {
  world = await makeWorld();
  const people = (await connectPeople(world, ['ana', 'ben', 'dan', 'eva'])) as People;
  return { people, c: await makeGroup(world, people.slice(0, 3)) };
}
const newId = () => toShelfId(randomUUID());
const write = ({ client }: ChatPerson, c: ChatId, x: string, i = newId()) =>
  client.ask('note.put', { c, i, x, op: newOp() }).then(({ note }) => note);
const unwrite = ({ client }: ChatPerson, c: ChatId, i: ShelfId) => client.ask('note.delete', { c, i, op: newOp() });
const notes = async ({ client }: ChatPerson, c: ChatId) => (await client.ask('note.list', { c })).items;
const make = ({ client }: ChatPerson, c: ChatId, n: string, more: { i?: ShelfId; cv?: MediaId } = {}) =>
  client.ask('album.put', { c, i: newId(), n, op: newOp(), ...more }).then(({ album }) => album);
const drop = ({ client }: ChatPerson, c: ChatId, i: ShelfId) => client.ask('album.delete', { c, i, op: newOp() });
const albums = async ({ client }: ChatPerson, c: ChatId) => (await client.ask('album.list', { c })).items;
const part = (id: MediaId, more: Partial<MediaPart> = {}): MediaPart => ({ id, t: 'i', z: 5, ...more });
const add = ({ client }: ChatPerson, c: ChatId, i: ShelfId, f: MediaPart[]) =>
  client.ask('album.add', { c, i, f, op: newOp() });
const addOf = ({ client }: ChatPerson, c: ChatId, i: ShelfId, of: { s: number; id: MediaId }[]) =>
  client.ask('album.add', { c, i, of, op: newOp() });
const remove = ({ client }: ChatPerson, c: ChatId, i: ShelfId, ids: MediaId[]) =>
  client.ask('album.remove', { c, i, ids, op: newOp() });
const move = ({ client }: ChatPerson, c: ChatId, i: ShelfId, ids: MediaId[], to: MediaId | null) =>
  client.ask('album.move', { c, i, ids, to, op: newOp() });
const photo = ({ id }: ChatPerson) => readyFile(world.storage, id);
async function order({ client }: ChatPerson, c: ChatId, i: ShelfId): Promise<MediaId[]> {
  const ids: MediaId[] = [];
  for (let isMore = true; isMore;) {
    const page = await client.ask('album.get', { c, i, from: ids.length });
    ids.push(...page.items.map(({ p }) => p.id));
    isMore = page.more === 1;
  }
  return ids;
}
async function sendPhoto(person: ChatPerson, c: ChatId): Promise<{ s: number; id: MediaId }> {
  const id = await photo(person);
  const sent = await sendItem(person, c, { i: randomUUID(), k: messageKind.media, b: { f: [part(id)] } } as never);
  return { s: sent.s ?? 0, id };
}
const canRead = async ({ id: me }: ChatPerson, id: MediaId) =>
  (await world.storage.run('listReadableFiles', { me, ids: [id] })).length === 1;
/** Whether the file is given to deletion by now; other worlds may share the database. */
const isDead = async (id: MediaId) => (await world.storage.run('listDeadFiles', { limit: 2_000 })).includes(id);
const usesOf = readUnit(async (tx, id: string) => {
  const [row] = await tx.sql<{ is_used: number }>('SELECT is_used FROM files WHERE id = ?', [id]);
  return row?.is_used;
});
const keptOf = readUnit(async (tx, id: string) => {
  const [row] = await tx.sql<{ kept_until: number }>('SELECT kept_until FROM files WHERE id = ?', [id]);
  return row?.kept_until;
});
const fill = writeUnit(
  async (tx, { c, table, count }: { c: number; table: 'albums' | 'shelf_notes'; count: number }) => {
    const text = table === 'albums' ? 'name' : 'body';
    for (let at = 0; at < count; at += 1)
      await tx.sql(
        `INSERT INTO ${table} (chat_id, id, ${text}, mid, created_at, changed_at) VALUES (?, ?, 'x', 1, 1, 1)`,
        [c, randomUUID()],
      );
  },
);
const fillAlbum = writeUnit(async (tx, { c, i, count }: { c: number; i: string; count: number }) => {
  for (let at = 0; at < count; at += 1)
    await tx.sql(
      'INSERT INTO album_photos (chat_id, album_id, media_id, part, mid, at, pos) VALUES (?, ?, ?, ?, 1, 1, ?)',
      [c, i, `${at}`.padStart(22, 'x'), JSON.stringify(part(`${at}`.padStart(22, 'x') as MediaId)), at + 1],
    );
});

function defineSuite(ground: () => Promise<ChatWorld>, { runs, parts }: { runs: number; parts: number }): void {
  beforeEach(() => {
    makeWorld = ground;
  });
  afterEach(() => world.close());

  describe('notes of a chat', () => {
    it('are read by every member, the newest change first, with who wrote them', async () => {
      const { people, c } = await start();
      const [ana, ben, dan] = people;
      const first = await write(ben, c, 'meet at nine');
      await world.wait(10);
      const second = await write(ana, c, 'bring tea');
      expect(await notes(dan, c)).toMatchObject([
        { i: second.i, x: 'bring tea', u: ana.id as number, un: 'ana' },
        { i: first.i, x: 'meet at nine', u: ben.id as number, un: 'ben' },
      ]);
      await world.wait(10);
      const changed = await write(ben, c, 'meet at ten', first.i);
      expect([changed.at, changed.ch > first.ch]).toEqual([first.at, true]);
      expect((await notes(dan, c)).map(({ x }) => x)).toEqual(['meet at ten', 'bring tea']);
      await world.wait(500);
      expect(linesOf(dan, c).filter(({ ev }) => ev === 'note')).toHaveLength(2);
      await settlePeople(world, people.slice(0, 3));
    });

    it('are changed by their writer alone, and taken away by him or who keeps order', async () => {
      const { people, c } = await start();
      const [ana, ben, dan, eva] = people;
      const { i } = await write(ben, c, 'mine');
      expect(await codeOf(write(dan, c, 'yours', i))).toBe('FORBIDDEN');
      expect(await codeOf(write(ana, c, 'yours', i))).toBe('FORBIDDEN');
      expect(await codeOf(unwrite(dan, c, i))).toBe('FORBIDDEN');
      for (const work of [() => notes(eva, c), () => write(eva, c, 'in'), () => unwrite(eva, c, i)])
        expect(await codeOf(work())).toBe('NOT_MEMBER');
      await unwrite(ana, c, i);
      await unwrite(ana, c, i);
      const other = await write(ben, c, 'again');
      await unwrite(ben, c, other.i);
      expect(await notes(ana, c)).toEqual([]);
      await settlePeople(world, people.slice(0, 3));
    });

    it('that are empty, too long or too many are refused; pages bring all', async () => {
      const { people, c } = await start();
      const [ana] = people;
      for (const x of ['', ' \n ', 'x'.repeat(limits.shelfNoteMax + 1)])
        expect(notePut.input.safeParse({ c, i: newId(), x, op: newOp() }).success).toBe(false);
      await world.storage.runUnit(fill, { c, table: 'shelf_notes', count: limits.shelfNotesMax - 1 });
      const last = await write(ana, c, 'the last');
      expect(await codeOf(write(ana, c, 'one more'))).toBe('FULL');
      expect((await write(ana, c, 'changed', last.i)).x).toBe('changed');
      const seen = new Set<string>();
      for (let after: { ch: number; i: ShelfId } | undefined, isMore = true; isMore;) {
        const page: { items: { i: ShelfId; ch: number }[]; more?: 1 | undefined } = await ana.client.ask('note.list', {
          c,
          ...(after ? { after } : {}),
        });
        for (const { i } of page.items) seen.add(i);
        const end = page.items.at(-1);
        after = end && { ch: end.ch, i: end.i };
        isMore = page.more === 1;
      }
      expect(seen.size).toBe(limits.shelfNotesMax);
    });

    it('are not written by who may not write messages, nor with words that the chat holds back', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      const config = { phrases: [{ x: 'casino', m: 'contains' as const, do: 'hide' as const }], allow: [] };
      await perform(ana, 'moderation.set', { c, config, op: newOp() });
      expect(await codeOf(write(ben, c, 'the casino'))).toBe('FILTERED');
      expect(await codeOf(make(ben, c, 'casino'))).toBe('FILTERED');
      expect((await write(ana, c, 'the casino')).x).toBe('the casino');
      const { i } = await write(ben, c, 'before');
      await perform(ana, 'member.mute', { c, member: toMemberId(ben.id), minutes: 60, op: newOp() });
      expect(await codeOf(write(ben, c, 'after'))).toBe('MUTED');
      expect(await codeOf(make(ben, c, 'after'))).toBe('MUTED');
      await unwrite(ben, c, i);
      expect((await notes(ben, c)).map(({ x }) => x)).toEqual(['the casino']);
    });
  });

  it('a note is not the way around the rules for new members: they wait, and send no links', async () => {
    const { people, c } = await start();
    const [ana, ben] = people;
    await perform(ana, 'moderation.set', { c, set: { newLinks: 5 }, op: newOp() });
    expect(await codeOf(write(ben, c, 'see https://sea.example'))).toBe('FILTERED');
    expect(await codeOf(make(ben, c, 'https://sea.example'))).toBe('FILTERED');
    expect((await write(ben, c, 'see the sea')).x).toBe('see the sea');
    await perform(ana, 'moderation.set', { c, set: { newRead: 60 }, op: newOp() });
    expect(await codeOf(write(ben, c, 'now'))).toBe('SLOW');
    expect(await codeOf(make(ben, c, 'now'))).toBe('SLOW');
    expect((await write(ana, c, 'see https://sea.example')).u).toBe(toMemberId(ana.id));
  });

  describe('albums of a chat', () => {
    it('take photos of its messages and own uploads, once each, and show them to every member', async () => {
      const { people, c } = await start();
      const [ana, ben, dan, eva] = people;
      const album = await make(ana, c, 'Sea');
      const sent = await sendPhoto(ana, c);
      const own = await photo(ben);
      expect((await addOf(ben, c, album.i, [sent])).k).toBe(1);
      expect((await add(ben, c, album.i, [part(own, { z: 1, n: '../b.jpg' })])).album).toMatchObject({ k: 2, v: 3 });
      expect((await addOf(dan, c, album.i, [sent, sent])).k).toBe(0);
      const page = await dan.client.ask('album.get', { c, i: album.i, from: 0 });
      expect(page.items).toMatchObject([
        { p: { id: sent.id, z: 90, w: 40 }, u: ben.id as number, un: 'ben' },
        { p: { id: own, z: 90, w: 40, h: 30, b: 'AAAA', m: 'image/jpeg' }, u: ben.id as number },
      ]);
      expect(page.album.cv?.id).toBe(sent.id);
      expect((await make(ana, c, 'The sea', { i: album.i, cv: own })).cv?.id).toBe(own);
      expect([await canRead(dan, own), await canRead(eva, own)]).toEqual([true, false]);
      await world.wait(500);
      expect(linesOf(dan, c).filter(({ ev }) => ev === 'album')).toMatchObject([
        { title: 'Sea', by: ana.id as number },
      ]);
      await settlePeople(world, people.slice(0, 3));
    });

    it('take nothing that is not there, not mine, not of this chat or neither photo nor film', async () => {
      const { people, c } = await start();
      const [ana, ben, dan, eva] = people;
      const album = await make(ana, c, 'Sea');
      const elsewhere = await makeGroup(world, [ana, eva], 'Other');
      const away = await sendPhoto(eva, elsewhere);
      const here = await sendPhoto(ana, c);
      const text = await sendItem(ana, c, { i: randomUUID(), k: 1, b: { x: 'hi' } } as never);
      const bens = await photo(ben);
      const wrong = [
        () => addOf(ana, c, album.i, [away]),
        () => addOf(ana, c, album.i, [{ s: text.s ?? 0, id: here.id }]),
        () => addOf(ana, c, album.i, [here, { s: here.s, id: away.id }]),
        () => add(ana, c, album.i, [part(bens)]),
        () => addOf(ana, c, newId(), [here]),
      ];
      for (const work of wrong) expect(await codeOf(work())).toBe('NOT_FOUND');
      const file = await readyFile(world.storage, ana.id, 'f');
      expect(await codeOf(add(ana, c, album.i, [part(file, { t: 'f' })]))).toBe('BAD');
      expect(await codeOf(ana.client.ask('album.add', { c, i: album.i, op: newOp() }))).toBe('BAD');
      await perform(ana, 'message.unsend', { c, s: here.s, op: newOp() });
      expect(await codeOf(addOf(dan, c, album.i, [here]))).toBe('NOT_FOUND');
      expect(await order(ana, c, album.i)).toEqual([]);
    });

    it('are renamed and taken away by who made them or keeps order; photos are taken out by who put them in, too', async () => {
      const { people, c } = await start();
      const [ana, ben, dan, eva] = people;
      const { i } = await make(ben, c, 'Sea');
      const mine = await photo(dan);
      const bens = await photo(ben);
      await add(dan, c, i, [part(mine)]);
      await add(ben, c, i, [part(bens)]);
      expect(await codeOf(make(dan, c, 'Mine', { i }))).toBe('FORBIDDEN');
      expect(await codeOf(drop(dan, c, i))).toBe('FORBIDDEN');
      expect(await codeOf(remove(dan, c, i, [mine, bens]))).toBe('FORBIDDEN');
      expect(await order(ana, c, i)).toEqual([mine, bens]);
      const evas = await photo(eva);
      const others = [
        () => albums(eva, c),
        () => order(eva, c, i),
        () => make(eva, c, 'In', { i }),
        () => add(eva, c, i, [part(evas)]),
        () => remove(eva, c, i, [mine]),
        () => move(eva, c, i, [mine], null),
        () => drop(eva, c, i),
      ];
      for (const work of others) expect(await codeOf(work())).toBe('NOT_MEMBER');
      expect((await remove(dan, c, i, [mine])).album.k).toBe(1);
      const before = await world.storage.runUnit(keptOf, evas);
      await remove(ana, c, i, [evas]);
      expect(await world.storage.runUnit(keptOf, evas)).toBe(before);
      expect((await make(ana, c, ' Bo\u202eats ', { i })).n).toBe('Boats');
      expect(await codeOf(make(ana, c, 'Boats', { i, cv: mine }))).toBe('NOT_FOUND');
      await drop(ana, c, i);
      expect(await albums(ana, c)).toEqual([]);
      for (const work of [() => order(ana, c, i), () => remove(ana, c, i, [bens]), () => move(ana, c, i, [bens], null)])
        expect(await codeOf(work())).toBe('NOT_FOUND');
      await settlePeople(world, people.slice(0, 3));
    });

    it('are 100 with 1,000 photos each, and not one more', async () => {
      const { people, c } = await start();
      const [ana] = people;
      await world.storage.runUnit(fill, { c, table: 'albums', count: limits.albumsMax - 1 });
      const { i } = await make(ana, c, 'The last');
      expect(await codeOf(make(ana, c, 'One more'))).toBe('FULL');
      await world.storage.runUnit(fillAlbum, { c, i, count: limits.albumPhotosMax - 1 });
      const [one, other] = [await photo(ana), await photo(ana)];
      expect(await codeOf(add(ana, c, i, [part(one), part(other)]))).toBe('FULL');
      expect((await add(ana, c, i, [part(one)])).album.k).toBe(limits.albumPhotosMax);
      expect(await codeOf(add(ana, c, i, [part(other)]))).toBe('FULL');
      const ids = await order(ana, c, i);
      expect([ids.length, new Set(ids).size, ids.at(-1)]).toEqual([1_000, 1_000, one]);
      expect(await world.storage.runUnit(usesOf, other)).toBe(0);
    });

    it('of a repeat are the same, whatever came between', async () => {
      const { people, c } = await start();
      const [ana] = people;
      const input = { c, i: newId(), n: 'Sea', op: newOp() };
      const { album } = await ana.client.ask('album.put', input);
      await drop(ana, c, album.i);
      expect((await ana.client.ask('album.put', input)).album).toEqual(album);
      expect(await albums(ana, c)).toEqual([]);
    });
  });

  describe('the order of an album', () => {
    it('is what moves at the same moment make of it one after the other', async () => {
      const { people, c } = await start();
      const [ana, ben, dan] = people;
      const members = [ana, ben, dan];
      const ids: MediaId[] = [];
      for (let at = 0; at < 8; at += 1) ids.push(await photo(ana));
      const pick = fc.integer({ min: 0, max: ids.length - 1 });
      const wish = fc.record({
        by: fc.nat(2),
        ids: fc.uniqueArray(pick, { minLength: 1, maxLength: 3 }),
        to: fc.option(pick),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(wish, { minLength: 1, maxLength: 4 }), { maxLength: parts }),
          async (rounds) => {
            const { i } = await make(ana, c, 'Sea');
            await add(
              ana,
              c,
              i,
              ids.map((id) => part(id)),
            );
            let expected: readonly MediaId[] = ids;
            for (const wishes of rounds) {
              const done = await Promise.all(
                wishes.map(async ({ by, ids: moving, to }) => {
                  const moved = moving.map((at) => ids[at] as MediaId);
                  const place = to === null ? null : (ids[to] as MediaId);
                  const { album } = await move(members[by] as ChatPerson, c, i, moved, place);
                  return { v: album.v, moved, place };
                }),
              );
              for (const { moved, place } of done.toSorted((one, other) => one.v - other.v))
                expected = moveInOrder(expected, moved, place) ?? [];
              expect(await order(dan, c, i)).toEqual(expected);
            }
            await drop(ana, c, i);
          },
        ),
        { numRuns: runs },
      );
    });

    it('says that the place has left, and leaves out what has', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      const { i } = await make(ana, c, 'Sea');
      const [one, two, three] = [await photo(ana), await photo(ana), await photo(ana)];
      await add(ana, c, i, [part(one), part(two), part(three)]);
      await remove(ana, c, i, [two]);
      expect(await codeOf(move(ben, c, i, [three], two))).toBe('NOT_FOUND');
      await move(ben, c, i, [two, three], one);
      expect(await order(ben, c, i)).toEqual([three, one]);
    });
  });

  describe('the bytes of an album', () => {
    it('stay when their message is taken back, and go with the album', async () => {
      const { people, c } = await start();
      const [ana, ben, dan] = people;
      const { i } = await make(ana, c, 'Sea');
      const sent = await sendPhoto(ben, c);
      await addOf(ana, c, i, [sent]);
      await perform(ben, 'message.unsend', { c, s: sent.s, op: newOp() });
      await world.wait(3 * dayMs);
      expect([await canRead(dan, sent.id), await isDead(sent.id)]).toEqual([true, false]);
      await drop(ana, c, i);
      expect(await canRead(dan, sent.id)).toBe(false);
      await world.wait(2 * dayMs);
      expect(await isDead(sent.id)).toBe(true);
    });

    it('stay while another album or a message has them, and go when they are taken out of the last', async () => {
      const { people, c } = await start();
      const [ana] = people;
      const [one, other] = [await make(ana, c, 'One'), await make(ana, c, 'Other')];
      const sent = await sendPhoto(ana, c);
      await addOf(ana, c, one.i, [sent]);
      await addOf(ana, c, other.i, [sent]);
      await drop(ana, c, one.i);
      expect(await world.storage.runUnit(usesOf, sent.id)).toBe(1);
      await perform(ana, 'message.unsend', { c, s: sent.s, op: newOp() });
      expect(await world.storage.runUnit(usesOf, sent.id)).toBe(1);
      await remove(ana, c, other.i, [sent.id]);
      expect(await world.storage.runUnit(usesOf, sent.id)).toBe(0);
      await world.wait(2 * dayMs);
      expect(await isDead(sent.id)).toBe(true);
    });

    it('are read by who comes later, and no more by who left', async () => {
      const { people, c } = await start();
      const [ana, ben, , eva] = people;
      const { i } = await make(ana, c, 'Sea');
      const id = await photo(ana);
      await add(ana, c, i, [part(id)]);
      await perform(ana, 'chat.invite', { c, users: [eva.id], op: newOp() } as never);
      await perform(eva, 'chat.accept', { c, op: newOp() } as never).catch(() => undefined);
      expect([await canRead(eva, id), await order(eva, c, i)]).toEqual([true, [id]]);
      await perform(ben, 'chat.leave', { c, op: newOp() });
      expect(await canRead(ben, id)).toBe(false);
      expect(await codeOf(albums(ben, c))).toBe('NOT_MEMBER');
    });
  });

  describe('in a community', () => {
    it('names are those of its members, and only who made an album or keeps order arranges it; rooms have their own', async () => {
      world = await makeWorld();
      const people = (await connectPeople(world, ['ana', 'ben', 'dan', 'eva'])) as People;
      const [ana, ben, dan, eva] = people;
      const set = { join: joinMode.open };
      const { chat } = await perform(ana, 'community.create', { op: newOp(), title: 'Film', nn: 'Boss', set, hist: 0 });
      const { c } = chat.h;
      const { room } = await perform(ana, 'room.create', { c, title: 'Boats', op: newOp() });
      await perform(ben, 'community.join', { c, nn: 'Gull', op: newOp() });
      await perform(dan, 'community.join', { c, nn: 'Tern', op: newOp() });
      for (const place of [c, room]) {
        const note = await write(ben, place, 'low tide at six');
        expect(note.un).toBe('Gull');
        expect(note.u).not.toBe(ben.id);
        expect((await notes(dan, place))[0]).toEqual(note);
        const { i } = await make(ben, place, 'Sea');
        const [one, two] = [await photo(ben), await photo(dan)];
        await add(ben, place, i, [part(one)]);
        await add(dan, place, i, [part(two)]);
        expect(await codeOf(move(dan, place, i, [two], one))).toBe('FORBIDDEN');
        await move(ben, place, i, [two], one);
        await move(ana, place, i, [one], two);
        expect(await order(dan, place, i)).toEqual([one, two]);
        expect([await canRead(dan, one), await canRead(eva, one)]).toEqual([true, false]);
        expect(await codeOf(unwrite(dan, place, note.i))).toBe('FORBIDDEN');
        await unwrite(ana, place, note.i);
      }
      const { items } = await ana.client.ask('album.list', { c });
      expect(items.map(({ un }) => un)).toEqual(['Gull']);
      await perform(ben, 'chat.leave', { c, op: newOp() });
      expect(await codeOf(albums(ben, room))).toBe('NOT_MEMBER');
      expect((await albums(dan, room)).map(({ n }) => n)).toEqual(['Sea']);
    });

    it('moderators take away what others made, and closing ends the shelf', async () => {
      world = await makeWorld();
      const people = (await connectPeople(world, ['ana', 'ben', 'dan'])) as People;
      const [ana, ben, dan] = people;
      const set = { join: joinMode.open };
      const { chat } = await perform(ana, 'community.create', { op: newOp(), title: 'Film', nn: 'Boss', set });
      const { c } = chat.h;
      await perform(ben, 'community.join', { c, nn: 'Gull', op: newOp() });
      await perform(dan, 'community.join', { c, nn: 'Tern', op: newOp() });
      await world.wait(2 * dayMs);
      const { items } = await ana.client.ask('members.list', { c, range: [0, 10] });
      const u = items.find(({ nn }) => nn === 'Tern')!.u;
      await perform(ana, 'chat.role', { c, member: u, role: memberRole.moderator, op: newOp() });
      const { i } = await make(ben, c, 'Sea');
      const id = await photo(ben);
      await add(ben, c, i, [part(id)]);
      await remove(dan, c, i, [id]);
      await drop(dan, c, i);
      expect(await albums(ben, c)).toEqual([]);
    });
  });

  it('of a 1:1 chat, what somebody makes whom the other has blocked is his alone', async () => {
    world = await makeWorld();
    const people = (await connectPeople(world, ['ana', 'ben'])) as People;
    const [ana, ben] = people;
    const { chat } = await ana.client.ask('chat.create', { i: newOp(), kind: chatKind.dm, users: [ben.id] });
    const { c } = chat.h;
    const before = await make(ana, c, 'Before');
    await perform(ben, 'contact.set', { user: ana.id, state: contactState.blocked, op: newOp() });
    const note = await write(ana, c, 'hey');
    const { i } = await make(ana, c, 'After');
    const id = await photo(ana);
    await add(ana, c, i, [part(id)]);
    const more = await photo(ana);
    await add(ana, c, before.i, [part(more)]);
    expect([(await notes(ana, c)).length, (await albums(ana, c)).length, await order(ana, c, i)]).toEqual([1, 2, [id]]);
    expect([await notes(ben, c), (await albums(ben, c)).map(({ n, k }) => [n, k])]).toEqual([[], [['Before', 0]]]);
    expect([await canRead(ben, id), await canRead(ben, more), await order(ben, c, before.i)]).toEqual([
      false,
      false,
      [],
    ]);
    expect(await codeOf(order(ben, c, i))).toBe('NOT_FOUND');
    expect(await codeOf(make(ben, c, 'Taken', { i }))).toBe('FORBIDDEN');
    await unwrite(ben, c, note.i);
    expect(await notes(ana, c)).toHaveLength(1);
    await settlePeople(world, people);
  });
}

describe('on SQLite', () => defineSuite(createChatWorld, { runs: 40, parts: 12 }));
describePostgres('the shelf on PostgreSQL', (getUrl) =>
  describe('by the same rules', { timeout: 60_000 }, () =>
    defineSuite(() => createChatWorld({ open: (now) => openPostgres(getUrl(), { now }), patienceMs: 15 }), {
      runs: 4,
      parts: 6,
    }),
  ),
);
