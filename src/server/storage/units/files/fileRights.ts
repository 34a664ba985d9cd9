import type { MediaId } from '#protocol/entities/media.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import type { UserId } from '#protocol/ids.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';
import { readUnit } from '#server/storage/unit.ts';

/** A message that has file `f` and that the asker may see: as in `visibleMessages`. One parameter: his user id. */
const placeText = (seats: string): string =>
  `EXISTS (SELECT 1 FROM media_uses p JOIN messages m ON m.chat_id = p.chat_id AND m.seq = p.seq JOIN chat_heads h ON h.chat_id = p.chat_id
    JOIN chats k ON k.id = p.chat_id JOIN ${seats} s ON s.chat_id = p.chat_id
    WHERE p.media_id = f.id AND s.user_id = ? AND s.state = 1 AND k.deleted_at IS NULL AND m.deleted_at IS NULL
      AND m.seq >= greatest(greatest(s.floor_seq, s.clear_seq + 1), h.min_seq) AND (m.hidden_for IS NULL OR m.hidden_for <> s.mid))`;
/** An album that has file `f`, of a chat that the asker is in: it belongs to everybody there, whenever he came. One parameter: his user id. */
const albumText = (seats: string): string =>
  `EXISTS (SELECT 1 FROM album_photos p JOIN chats k ON k.id = p.chat_id JOIN ${seats} s ON s.chat_id = p.chat_id
    WHERE p.media_id = f.id AND s.user_id = ? AND s.state = 1 AND k.deleted_at IS NULL AND (p.hidden_for IS NULL OR p.hidden_for <> s.mid))`;
/** Five parameters: the asker, each time. */
const mayRead = `f.state = ${fileState.ready} AND (f.owner_id = ? OR ${placeText('members')} OR ${placeText('room_seats')} OR ${albumText('members')} OR ${albumText('room_seats')})`;

/** Those of `ids` that are files the asker may read: his own, and those of messages he may see, and of albums of his chats. Others are left out, whether they exist or not. */
export const listReadableFiles = readUnit(
  async (tx, { me, ids }: { me: UserId; ids: readonly MediaId[] }): Promise<MediaId[]> => {
    const rows = await tx.sql<{ id: string }>(
      `SELECT f.id FROM files f WHERE f.id IN (${placeholders(ids.length)}) AND ${mayRead}`,
      [...ids, me, me, me, me, me],
    );
    return rows.map(({ id }) => toMediaId(id));
  },
);

/** A copy of a file for whoever reads it. `t`: what the file is; `bytes`: of the copy. */
export interface ReadableCopy {
  readonly key: string;
  readonly type: string;
  readonly bytes: number;
  readonly t: string;
  readonly name: string | null;
}

/** A copy of a file, if the asker may read it now. Null: there is none, or not for him. */
export const findReadableCopy = readUnit(
  async (tx, { me, id, size }: { me: UserId; id: MediaId; size: string }): Promise<ReadableCopy | null> => {
    const [copy] = await tx.sql<ReadableCopy>(
      `SELECT c.key, c.type, c.bytes, f.t, f.name FROM files f JOIN file_copies c ON c.file_id = f.id
        WHERE f.id = ? AND c.size = ? AND ${mayRead}`,
      [id, size, me, me, me, me, me],
    );
    return copy ?? null;
  },
);
