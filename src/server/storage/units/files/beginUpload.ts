import type { MediaType } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { AppError, type ErrorCode } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { forUpdate } from '#server/storage/rows/forUpdate.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { uploadKeptMs } from './fileTimes.ts';
import { readUsedBytes } from './readQuota.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';

/** What somebody wants to upload. `length`: bytes; `most`: bytes he may keep in all. */
export interface NewUpload {
  readonly id: MediaId;
  readonly owner: UserId;
  readonly t: MediaType;
  readonly name: string | null;
  readonly length: number;
  readonly most: number;
}

/** Where an upload of this id stands. `isNew`: this call made it. */
export interface BegunUpload {
  readonly isNew: boolean;
  readonly isReady: boolean;
  readonly length: number;
}

/**
 * Notes an upload before its first byte, or finds the one of the same id, so that a repeat goes on with it. Throws FORBIDDEN: the id is somebody else's; CID_MISMATCH: it was announced with another length or type; QUOTA; the
 * reason of an upload that was refused; GONE: it is being deleted.
 */
export const beginUpload = writeUnit(async (tx, input: NewUpload): Promise<BegunUpload> => {
  // Two uploads of one person are counted one after the other.
  await tx.sql(`SELECT id FROM users WHERE id = ?${forUpdate(tx)}`, [input.owner]);
  const made = await tx.sql<{ id: string }>(
    `INSERT INTO files (id, owner_id, t, state, name, length, bytes, kept_until, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      input.id,
      input.owner,
      input.t,
      fileState.open,
      input.name,
      input.length,
      input.length,
      tx.now + uploadKeptMs,
      tx.now,
    ],
  );
  if (made.length > 0) {
    if ((await readUsedBytes(tx, input.owner)) > input.most) throw new AppError('QUOTA');
    return { isNew: true, isReady: false, length: input.length };
  }
  const [known] = await tx.sql<{ owner_id: number; t: string; state: number; code: string | null; length: number }>(
    'SELECT owner_id, t, state, code, length FROM files WHERE id = ?',
    [input.id],
  );
  if (known?.owner_id !== input.owner) throw new AppError('FORBIDDEN', { message: 'not your upload' });
  if (known.state === fileState.dying) throw new AppError('GONE');
  if (known.state === fileState.refused) throw new AppError(known.code as ErrorCode);
  if (known.length !== input.length || known.t !== input.t)
    throw new AppError('CID_MISMATCH', { message: 'another upload has this id' });
  return { isNew: false, isReady: known.state === fileState.ready, length: known.length };
});
