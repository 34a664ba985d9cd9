import type { MediaId, MediaPurpose } from '#protocol/entities/media.ts';
import type { UserId } from '#protocol/ids.ts';
import { writeUnit } from '#server/storage/unit.ts';

/** A picture that has been uploaded; `card`: by the server of a mini-app. `width`, `height`: px of the largest file; `bytes`: of all files. */
export interface NewMedia {
  readonly id: MediaId;
  readonly owner: UserId;
  readonly purpose: MediaPurpose | 'card';
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/** Notes an upload, before its files are written: then no file is ever without a row by which it is found and deleted. */
export const addMedia = writeUnit(async (tx, input: NewMedia): Promise<null> => {
  await tx.sql(
    'INSERT INTO media (id, owner_id, purpose, type, width, height, bytes, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [input.id, input.owner, input.purpose, input.type, input.width, input.height, input.bytes, tx.now],
  );
  return null;
});
