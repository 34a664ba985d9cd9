import { canArrange, canTidyShelf } from '#domain/shelfRules.ts';
import { moveInOrder } from '#domain/moveInOrder.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { Album, ShelfId } from '#protocol/entities/shelf.ts';
import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { findInMessages, findUploads, holdPhotos, releasePhotos, type PhotoPlace } from './albumFiles.ts';
import { checkMayAdd, enterShelf, type AtShelf, type ShelfActor } from './enterShelf.ts';
import { placeBetween } from './placeBetween.ts';
import { readAlbum, toAlbum, type AlbumRow } from './shelfRows.ts';

type AlbumActor = ShelfActor & { i: ShelfId };

/** One change of an album, once: under the lock of its chat, with a new number at the end. */
const changeAlbum =
  <Input extends AlbumActor, More extends object>(
    name: string,
    work: (tx: Tx, at: { shelf: AtShelf; album: AlbumRow }, input: Input) => Promise<More>,
  ) =>
  async (tx: Tx, input: Input): Promise<{ album: Album } & More> => {
    const shelf = await enterShelf(tx, input);
    const { result } = await withOp(tx, { userId: input.user, op: input.op, name }, async () => {
      const more = await work(tx, { shelf, album: await readAlbum(tx, shelf.view, input.i) }, input);
      await tx.sql('UPDATE albums SET ver = ver + 1, changed_at = ? WHERE chat_id = ? AND id = ?', [
        tx.now,
        input.c,
        input.i,
      ]);
      return { album: toAlbum(await readAlbum(tx, shelf.view, input.i)), ...more };
    });
    return result;
  };

/** Puts photos at the end of an album. Throws NOT_MEMBER, NOT_FOUND, BAD, FULL, and what keeps somebody from writing a message. */
export const addPhotos = writeUnit(
  changeAlbum(
    'album.add',
    async (
      tx,
      { shelf },
      input: AlbumActor & { of?: PhotoPlace[] | undefined; f?: MediaPart[] | undefined },
    ): Promise<{ k: number }> => {
      checkMayAdd(shelf, tx.now);
      const found = [
        ...(input.of ? await findInMessages(tx, shelf, input.of) : []),
        ...(input.f ? await findUploads(tx, shelf, input.f) : []),
      ];
      const parts = [...new Map(found.map((part) => [part.id as string, part])).values()];
      if (parts.length === 0) throw new AppError('BAD', { message: 'nothing to put in' });
      const order = await readOrder(tx, input);
      const known = new Set(order.map(({ id }) => id));
      const fresh = parts.filter(({ id }) => !known.has(id));
      if (order.length + fresh.length > limits.albumPhotosMax) throw new AppError('FULL');
      if (fresh.length > 0)
        await holdPhotos(
          tx,
          fresh.map(({ id }) => id),
        );
      const places = placeBetween(order.at(-1)?.pos, undefined, fresh.length) ?? [];
      for (const [index, part] of fresh.entries())
        await tx.sql(
          'INSERT INTO album_photos (chat_id, album_id, media_id, part, mid, at, pos, hidden_for) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          [
            ...[input.c, input.i, part.id, JSON.stringify(part), shelf.me.mid, tx.now],
            places[index] ?? 0,
            shelf.hiddenFor,
          ],
        );
      return { k: fresh.length };
    },
  ),
);

/** Takes photos out of an album. Throws NOT_MEMBER, NOT_FOUND, FORBIDDEN. */
export const removePhotos = writeUnit(
  changeAlbum('album.remove', async (tx, { shelf, album }, input: AlbumActor & { ids: MediaId[] }): Promise<object> => {
    const { standing, me } = shelf;
    const place = [input.c, input.i, ...input.ids];
    const list = placeholders(input.ids.length);
    const rows = await tx.sql<{ mid: number }>(
      `SELECT mid FROM album_photos WHERE chat_id = ? AND album_id = ? AND media_id IN (${list})`,
      place,
    );
    const isAllMine = canTidyShelf(standing, album.mid === me.mid);
    if (!isAllMine && rows.some(({ mid }) => mid !== me.mid)) throw new AppError('FORBIDDEN');
    const gone = await tx.sql<{ media_id: string }>(
      `DELETE FROM album_photos WHERE chat_id = ? AND album_id = ? AND media_id IN (${list}) RETURNING media_id`,
      place,
    );
    await releasePhotos(tx, gone);
    return {};
  }),
);

/** Moves photos before another one, or to the end. Throws NOT_MEMBER, NOT_FOUND, FORBIDDEN, and what keeps somebody from writing a message. */
export const movePhotos = writeUnit(
  changeAlbum(
    'album.move',
    async (tx, { shelf, album }, input: AlbumActor & { ids: MediaId[]; to: MediaId | null }): Promise<object> => {
      checkMayAdd(shelf, tx.now);
      if (!canArrange(shelf.standing, album.mid === shelf.me.mid, tx.now)) throw new AppError('FORBIDDEN');
      const before = await readOrder(tx, input);
      const order = moveInOrder(
        before.map(({ id }) => id),
        input.ids as string[],
        input.to,
      );
      if (!order) throw new AppError('NOT_FOUND');
      await writeOrder(tx, input, { before, order, moved: new Set<string>(input.ids) });
      return {};
    },
  ),
);

interface Placed {
  id: string;
  pos: number;
}

/** Everything in an album by its place, also what is kept from the asker: an order is of all. */
async function readOrder(tx: Tx, { c, i }: AlbumActor): Promise<Placed[]> {
  return await tx.sql<Placed>(
    'SELECT media_id AS id, pos FROM album_photos WHERE chat_id = ? AND album_id = ? ORDER BY pos',
    [c, i],
  );
}

/** Stores a new order: what moved gets a place in the gap where it went; where that is too small, all are placed anew. */
async function writeOrder(
  tx: Tx,
  { c, i }: AlbumActor,
  { before, order, moved }: { before: readonly Placed[]; order: readonly string[]; moved: ReadonlySet<string> },
): Promise<void> {
  const start = order.findIndex((id) => moved.has(id));
  if (start === -1) return;
  const run = order.slice(start).filter((id) => moved.has(id));
  const posOf = new Map(before.map(({ id, pos }) => [id, pos]));
  const [previous, next] = [order[start - 1], order[start + run.length]];
  const places = placeBetween(
    previous === undefined ? undefined : posOf.get(previous),
    next === undefined ? undefined : posOf.get(next),
    run.length,
  );
  const changes = places
    ? run.map((id, at) => [id, places[at] ?? 0] as const)
    : (placeBetween(undefined, undefined, order.length) ?? []).map((pos, at) => [order[at] ?? '', pos] as const);
  for (const [id, pos] of changes)
    await tx.sql('UPDATE album_photos SET pos = ? WHERE chat_id = ? AND album_id = ? AND media_id = ?', [
      pos,
      c,
      i,
      id,
    ]);
}
