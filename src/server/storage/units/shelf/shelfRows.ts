import type { Selectable } from 'kysely';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { Album, AlbumPhoto, ShelfNote } from '#protocol/entities/shelf.ts';
import { toMemberId, toShelfId } from '#protocol/casts.ts';
import { AppError } from '#protocol/errors.ts';
import type { Schema } from '#server/storage/schema.ts';
import type { Tx } from '#server/storage/unit.ts';

/** What a maker is called in the chat. */
interface Named {
  un: string | null;
}
/** Rows as they are read. `photos`: how many the asker sees; `first`: JSON of the part that stands for the album. */
export type NoteRow = Selectable<Schema['shelf_notes']> & Named;
export type AlbumRow = Selectable<Schema['albums']> & Named & { photos: number; face: string | null };
export type PhotoRow = Selectable<Schema['album_photos']> & Named;

/** Which chat, and through whose eyes. `parent`: of a room its community. */
export interface ShelfView {
  c: number;
  kind: number;
  parent: number | null;
  mid: number;
}

/** The name of who made row `alias`, in a community the one he has there: it leads to no account. One parameter: the chat whose members they are. */
const nameText = (kind: number, alias: string): string =>
  kind === chatKind.community
    ? `(SELECT w.nickname FROM members w WHERE w.chat_id = ? AND w.mid = ${alias}.mid)`
    : `(SELECT w.name FROM users w WHERE w.id = ${alias}.mid AND CAST(? AS bigint) > 0)`;
/** Rows that are not kept from the asker. One parameter: his member id. */
const seen = (alias: string): string => `(${alias}.hidden_for IS NULL OR ${alias}.hidden_for <> ?)`;

/** Notes, with more conditions on `n` to follow. */
export const readNotes = (tx: Tx, { c, kind, parent, mid }: ShelfView, rest: string, params: (string | number)[]) =>
  tx.sql<NoteRow>(
    `SELECT n.*, ${nameText(kind, 'n')} AS un FROM shelf_notes n WHERE n.chat_id = ? AND ${seen('n')} ${rest}`,
    [parent ?? c, c, mid, ...params],
  );

/** Albums, with more conditions on `a` to follow. */
export const readAlbums = (tx: Tx, { c, kind, parent, mid }: ShelfView, rest: string, params: (string | number)[]) =>
  tx.sql<AlbumRow>(
    `SELECT a.*, ${nameText(kind, 'a')} AS un,
        (SELECT count(*) FROM album_photos p WHERE p.chat_id = a.chat_id AND p.album_id = a.id AND ${seen('p')}) AS photos,
        (SELECT p.part FROM album_photos p WHERE p.chat_id = a.chat_id AND p.album_id = a.id AND ${seen('p')}
          ORDER BY CASE WHEN p.media_id = a.cover THEN 0 ELSE 1 END, p.pos LIMIT 1) AS face
      FROM albums a WHERE a.chat_id = ? AND ${seen('a')} ${rest}`,
    [parent ?? c, mid, mid, c, mid, ...params],
  );

/** Photos of an album in their order. `from`: how many to pass over. */
export const readPhotos = (
  tx: Tx,
  { c, kind, parent, mid }: ShelfView,
  { i, from, count }: { i: string; from: number; count: number },
) =>
  tx.sql<PhotoRow>(
    `SELECT p.*, ${nameText(kind, 'p')} AS un FROM album_photos p WHERE p.chat_id = ? AND p.album_id = ? AND ${seen('p')}
      ORDER BY p.pos LIMIT ? OFFSET ?`,
    [parent ?? c, c, i, mid, count, from],
  );

/** One album as the asker sees it. Throws NOT_FOUND. */
export async function readAlbum(tx: Tx, view: ShelfView, i: string): Promise<AlbumRow> {
  const [row] = await readAlbums(tx, view, 'AND a.id = ?', [i]);
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

const named = ({ mid, un }: { mid: number } & Named) => ({ u: toMemberId(mid), ...(un === null ? {} : { un }) });

/** The wire forms. */
export const toNote = (row: NoteRow): ShelfNote => ({
  i: toShelfId(row.id),
  x: row.body,
  at: row.created_at,
  ch: row.changed_at,
  ...named(row),
});
export const toAlbum = (row: AlbumRow): Album => ({
  i: toShelfId(row.id),
  n: row.name,
  at: row.created_at,
  ch: row.changed_at,
  v: row.ver,
  k: row.photos,
  ...(row.face === null ? {} : { cv: JSON.parse(row.face) as MediaPart }),
  ...named(row),
});
export const toPhoto = (row: PhotoRow): AlbumPhoto => ({
  p: JSON.parse(row.part) as MediaPart,
  at: row.at,
  ...named(row),
});
