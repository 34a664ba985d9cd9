import type { MediaId } from '#protocol/entities/media.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';
import { writeUnit } from '#server/storage/unit.ts';

/** Gives an upload of this person to deletion. Throws NOT_FOUND; FORBIDDEN: a message has it, so it ends with that. */
export const dropUpload = writeUnit(async (tx, input: { id: MediaId; owner: UserId }): Promise<null> => {
  const dropped = await tx.sql<{ id: string }>(
    `UPDATE files SET state = ${fileState.dying} WHERE id = ? AND owner_id = ? AND is_used = 0 RETURNING id`,
    [input.id, input.owner],
  );
  if (dropped.length > 0) return null;
  const [known] = await tx.sql<{ id: string }>('SELECT id FROM files WHERE id = ? AND owner_id = ?', [
    input.id,
    input.owner,
  ]);
  throw new AppError(known ? 'FORBIDDEN' : 'NOT_FOUND');
});
