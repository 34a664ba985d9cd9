import { canTidyShelf } from '#domain/shelfRules.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { Album, AlbumPhoto, ShelfId } from '#protocol/entities/shelf.ts';
import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import { readUnit, writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import type { Asker } from '#server/storage/units/sync/messageReadUnits.ts';
import { readStanding } from '#server/storage/units/sync/readStanding.ts';
import { releasePhotos } from './albumFiles.ts';
import { checkMayWrite, enterShelf, type AtShelf, type ShelfActor } from './enterShelf.ts';
import { readAlbum, readAlbums, readPhotos, toAlbum, toPhoto, type ShelfView } from './shelfRows.ts';
import { tellMade } from './tellMade.ts';

async function viewOf(tx: Tx, { c, user }: Asker): Promise<ShelfView> {
  const { me, chat } = await readStanding(tx, c, user);
  return { c, kind: chat.kind, parent: chat.parent_id, mid: me.mid };
}

/** The albums of a chat, those changed last first. Throws NOT_MEMBER. */
export const listAlbums = readUnit(async (tx, asker: Asker): Promise<{ items: Album[] }> => {
  const rows = await readAlbums(tx, await viewOf(tx, asker), 'ORDER BY a.changed_at DESC, a.id DESC', []);
  return { items: rows.map(toAlbum) };
});

/** A page of an album. Throws NOT_MEMBER, NOT_FOUND. */
export const getAlbum = readUnit(
  async (
    tx,
    { i, from, ...asker }: Asker & { i: ShelfId; from: number },
  ): Promise<{ album: Album; items: AlbumPhoto[]; more?: 1 }> => {
    const view = await viewOf(tx, asker);
    const album = toAlbum(await readAlbum(tx, view, i));
    const rows = await readPhotos(tx, view, { i, from, count: limits.albumPage + 1 });
    const items = rows.slice(0, limits.albumPage).map(toPhoto);
    return { album, items, ...(rows.length > items.length ? { more: 1 as const } : {}) };
  },
);

type AlbumPut = ShelfActor & { i: ShelfId; n: string; cv?: MediaId | undefined };

/** Makes an album, or gives one another name and cover. Throws NOT_MEMBER, NOT_FOUND, FORBIDDEN, FULL, and what keeps somebody from writing a message. */
export const putAlbum = writeUnit(async (tx, input: AlbumPut): Promise<ChatOutcome<{ album: Album }>> => {
  const shelf = await enterShelf(tx, input);
  const { result } = await withOp(tx, { userId: input.user, op: input.op, name: 'album.put' }, async () => {
    await checkMayWrite(tx, shelf, input.n);
    await storeAlbum(tx, shelf, input);
    return { album: toAlbum(await readAlbum(tx, shelf.view, input.i)) };
  });
  const change = await readChange(tx, input.c, shelf.a);
  return { result, ...(change ? { change } : {}), people: [] };
});

async function storeAlbum(tx: Tx, shelf: AtShelf, { c, i, n, cv }: AlbumPut): Promise<void> {
  const [known] = await readAlbums(tx, shelf.view, 'AND a.id = ?', [i]);
  if (known && !canTidyShelf(shelf.standing, known.mid === shelf.me.mid)) throw new AppError('FORBIDDEN');
  if (cv !== undefined) {
    const [photo] = await tx.sql<object>(
      'SELECT at FROM album_photos WHERE chat_id = ? AND album_id = ? AND media_id = ?',
      [c, i, cv],
    );
    if (!photo) throw new AppError('NOT_FOUND');
  }
  if (known) {
    await tx.sql(
      'UPDATE albums SET name = ?, cover = coalesce(?, cover), hidden_for = ?, ver = ver + 1, changed_at = ? WHERE chat_id = ? AND id = ?',
      [n, cv ?? null, shelf.hiddenFor ?? known.hidden_for, tx.now, c, i],
    );
    return;
  }
  const made = await tx.sql<{ id: string }>(
    `INSERT INTO albums (chat_id, id, name, mid, created_at, changed_at, hidden_for) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (chat_id, id) DO NOTHING RETURNING id`,
    [c, i, n, shelf.me.mid, tx.now, tx.now, shelf.hiddenFor],
  );
  if (made.length === 0) throw new AppError('FORBIDDEN');
  const [all] = await tx.sql<{ total: number }>('SELECT count(*) AS total FROM albums WHERE chat_id = ?', [c]);
  if ((all?.total ?? 0) > limits.albumsMax) throw new AppError('FULL');
  await tellMade(tx, shelf, { ev: 'album', title: n });
}

/** Takes an album away. What is not there changes nothing. Throws NOT_MEMBER, FORBIDDEN. */
export const dropAlbum = writeUnit(async (tx, input: ShelfActor & { i: ShelfId }): Promise<Record<string, never>> => {
  const { standing, view } = await enterShelf(tx, input);
  const { result } = await withOp(tx, { userId: input.user, op: input.op, name: 'album.delete' }, async () => {
    const [row] = await readAlbums(tx, view, 'AND a.id = ?', [input.i]);
    if (!row) return {};
    if (!canTidyShelf(standing, row.mid === view.mid)) throw new AppError('FORBIDDEN');
    const photos = await tx.sql<{ media_id: string }>(
      'DELETE FROM album_photos WHERE chat_id = ? AND album_id = ? RETURNING media_id',
      [input.c, input.i],
    );
    await tx.sql('DELETE FROM albums WHERE chat_id = ? AND id = ?', [input.c, input.i]);
    await releasePhotos(tx, photos);
    return {};
  });
  return result;
});
