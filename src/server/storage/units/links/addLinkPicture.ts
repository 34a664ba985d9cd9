import type { MediaId } from '#protocol/entities/media.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { linkTimes } from './linkTimes.ts';

/** Pictures of cards belong to nobody: no person has this id, and they count for none. */
const nobody = 0;

/** A stored picture of a page. `key`: where it lies in the store; `width`, `height`: px. */
export interface LinkPicture {
  readonly id: MediaId;
  readonly key: string;
  readonly type: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** Makes a stored picture a file that messages can have; it is the same in every size. Unused, it goes some time after what was found at its page. */
export const addLinkPicture = writeUnit(async (tx, picture: LinkPicture): Promise<null> => {
  const { id, key, type, bytes, width, height } = picture;
  await tx.sql(
    `INSERT INTO files (id, owner_id, t, state, type, width, height, length, bytes, kept_until, created_at)
      VALUES (?, ${nobody}, 'i', ${fileState.ready}, ?, ?, ?, ?, ?, ?, ?)`,
    [id, type, width, height, bytes, bytes, tx.now + 2 * linkTimes.foundMs, tx.now],
  );
  for (const size of ['o', '1280', '320'])
    await tx.sql('INSERT INTO file_copies (file_id, size, key, type, bytes) VALUES (?, ?, ?, ?, ?)', [
      id,
      size,
      key,
      type,
      bytes,
    ]);
  return null;
});
