import { expect } from 'vitest';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { Ack } from '#protocol/errors.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { AlbumRow, NoteRow, PhotoRow } from '#server/storage/units/shelf/shelfRows.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';
import { readUnit } from '#server/storage/unit.ts';
import type { ChatDump } from '#testing/contracts/storageDump.ts';
import type { World } from './createWorld.ts';
import { memberIn } from './memberIn.ts';
import type { WorldLogin } from './worldServer.ts';

const readShelf = readUnit(async (tx, _input: undefined) => ({
  notes: await tx.sql<NoteRow>('SELECT * FROM shelf_notes ORDER BY changed_at DESC, id DESC', []),
  albums: await tx.sql<AlbumRow>('SELECT * FROM albums ORDER BY changed_at DESC, id DESC', []),
  photos: await tx.sql<PhotoRow>('SELECT * FROM album_photos ORDER BY pos', []),
  files: await tx.sql<{ id: string; state: number; is_used: number; length: number }>(
    'SELECT id, state, is_used, length FROM files',
    [],
  ),
}));
type Shelf = Awaited<ReturnType<typeof read>>;
const read = ({ server }: World) => server.storage.runUnit(readShelf, undefined);

/**
 * Notes and albums at peace: what was acknowledged is there until somebody takes it away, and says what somebody wrote; every member is told what the rows say, less what is kept from him, and nobody else anything;
 * what an album has is held on the server.
 */
export async function checkShelf(world: World, dumps: ReadonlyMap<ChatId, ChatDump>): Promise<void> {
  const shelf = await read(world);
  checkWishes(world, shelf);
  checkPhotos(world, shelf);
  const people = new Map(world.devices.map(({ login }) => [login.user, login]));
  for (const login of people.values())
    for (const c of world.chats) await checkLists(world, shelf, { login, c, dump: dumps.get(c) as ChatDump });
}

function checkWishes({ wishes }: World, { notes, albums }: Shelf): void {
  const there = new Map([
    ...notes.map(({ id, body }) => [id, body] as const),
    ...albums.map(({ id, name }) => [id, name] as const),
  ]);
  const lost = [...wishes.shelf.values()].filter(({ i, isThere, isDropped }) => isThere && !isDropped && !there.has(i));
  expect(
    lost.map(({ i, c, kind }) => `${kind} ${i} of chat ${c}`),
    'what was put on a shelf and is gone',
  ).toEqual([]);
  for (const [id, words] of there)
    expect([...wishes.shelf.values()].find(({ i }) => i === id)?.texts, `words of ${id}`).toContain(words);
}

/** No file of an album is without its bytes, or may be deleted. */
function checkPhotos({ server }: World, { photos, albums, files }: Shelf): void {
  const fileOf = new Map(files.map((file) => [file.id, file]));
  for (const { media_id: id, album_id: album } of photos) {
    const place = `photo ${id} of album ${album}`;
    expect(
      albums.map((one) => one.id as string),
      place,
    ).toContain(album);
    const file = fileOf.get(id);
    expect([file?.state, file?.is_used], place).toEqual([fileState.ready, 1]);
    expect(server.disk.get(id as never), place).toBe(file?.length);
  }
}

interface Eyes {
  readonly login: WorldLogin;
  readonly c: ChatId;
  readonly dump: ChatDump;
}

async function checkLists({ server }: World, shelf: Shelf, { login, c, dump }: Eyes): Promise<void> {
  const me = memberIn(dump, login.user);
  const albumsTold = await server.ask(login, 'album.list', { c });
  const notes: RequestOutput<'note.list'>['items'] = [];
  for (let isMore = true; isMore;) {
    const last = notes.at(-1);
    const page: Ack<RequestOutput<'note.list'>> = await server.ask(login, 'note.list', {
      c,
      ...(last ? { after: { ch: last.ch, i: last.i } } : {}),
    });
    if (me?.state !== memberState.joined) {
      expect([page, albumsTold], `shelf of ${c} for ${login.handle}, who is out`).toMatchObject([
        { ok: false, code: 'NOT_MEMBER' },
        { ok: false, code: 'NOT_MEMBER' },
      ]);
      return;
    }
    if (!page.ok) throw new Error(`no notes: ${page.code}`);
    notes.push(...page.data.items);
    isMore = page.data.more === 1;
  }
  const isSeen = (row: { chat_id: number; hidden_for: number | null }): boolean =>
    row.chat_id === Number(c) && row.hidden_for !== me?.mid;
  const place = `shelf of ${c} as ${login.handle} sees it`;
  expect(
    notes.map(({ i, x }) => [i, x]),
    place,
  ).toEqual(shelf.notes.filter(isSeen).map(({ id, body }) => [id, body]));
  if (!albumsTold.ok) throw new Error(`no albums: ${albumsTold.code}`);
  const photosOf = (album: string) => shelf.photos.filter((row) => isSeen(row) && row.album_id === album);
  expect(
    albumsTold.data.items.map(({ i, n, v, k }) => [i, n, v, k]),
    place,
  ).toEqual(shelf.albums.filter(isSeen).map(({ id, name, ver }) => [id, name, ver, photosOf(id).length]));
  for (const { i } of albumsTold.data.items) {
    const album = await server.ask(login, 'album.get', { c, i, from: 0 });
    if (!album.ok) throw new Error(`no album: ${album.code}`);
    const parts = photosOf(i).map(({ part }) => JSON.parse(part) as MediaPart);
    expect(
      album.data.items.map(({ p }) => p),
      `album ${i} as ${login.handle} sees it`,
    ).toEqual(parts);
  }
}
