import type { MediaId } from '#protocol/entities/media.ts';
import { AppError, type ErrorCode } from '#protocol/errors.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { uploadKeptMs } from './fileTimes.ts';

/** A copy that lies in the store. `size`: `o`, or the longest side in px. */
export interface FileCopy {
  readonly size: string;
  readonly key: string;
  readonly type: string;
  readonly bytes: number;
}

/** What the server found out about a file, and its copies; at least `o`. */
export interface FinishedFile {
  readonly id: MediaId;
  readonly type: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly blur: string | null;
  readonly copies: readonly FileCopy[];
}

/** Makes a finished upload usable. What was finished before stays as it is. Throws GONE for one that was cancelled or is too old meanwhile: its copies are collected later. */
export const finishUpload = writeUnit(async (tx, input: FinishedFile): Promise<null> => {
  const bytes = input.copies.reduce((sum, copy) => sum + copy.bytes, 0);
  const finished = await tx.sql<{ id: string }>(
    `UPDATE files SET state = ${fileState.ready}, type = ?, width = ?, height = ?, blur = ?, bytes = ?, kept_until = ?
      WHERE id = ? AND state = ${fileState.open} RETURNING id`,
    [input.type, input.width, input.height, input.blur, bytes, tx.now + uploadKeptMs, input.id],
  );
  if (finished.length === 0) {
    const [known] = await tx.sql<{ state: number }>('SELECT state FROM files WHERE id = ?', [input.id]);
    if (known?.state !== fileState.ready) throw new AppError('GONE');
    return null;
  }
  for (const { size, key, type, bytes: count } of input.copies)
    await tx.sql('INSERT INTO file_copies (file_id, size, key, type, bytes) VALUES (?, ?, ?, ?, ?)', [
      input.id,
      size,
      key,
      type,
      count,
    ]);
  return null;
});

/** Remembers why an upload was refused, so that a repeat is answered without the bytes. It counts for nobody any more. */
export const refuseUpload = writeUnit(async (tx, input: { id: MediaId; code: ErrorCode }): Promise<null> => {
  await tx.sql(
    `UPDATE files SET state = ${fileState.refused}, code = ?, bytes = 0, kept_until = ? WHERE id = ? AND state = ${fileState.open}`,
    [input.code, tx.now + uploadKeptMs, input.id],
  );
  return null;
});
