import type { MediaId } from '#protocol/entities/media.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { writeUnit } from '#server/storage/unit.ts';

/** Gives uploads from before `unusedBefore` (ms) that nothing uses to deletion. Answers what is to be deleted, at most `limit`, the oldest first. */
export const listDeadMedia = writeUnit(
  async (tx, input: { unusedBefore: number; limit: number }): Promise<MediaId[]> => {
    const unused = await tx.sql<{ id: string }>(
      'SELECT id FROM media WHERE used_as = 0 AND deleted_at IS NULL AND created_at < ? ORDER BY created_at LIMIT ?',
      [input.unusedBefore, input.limit],
    );
    if (unused.length > 0) {
      // Asked again: on PostgreSQL one of them may have been taken into use since.
      await tx.sql(`UPDATE media SET deleted_at = ? WHERE used_as = 0 AND id IN (${placeholders(unused.length)})`, [
        tx.now,
        ...unused.map(({ id }) => id),
      ]);
    }
    const dead = await tx.sql<{ id: string }>(
      'SELECT id FROM media WHERE deleted_at <= ? ORDER BY deleted_at LIMIT ?',
      [tx.now, input.limit],
    );
    return dead.map(({ id }) => toMediaId(id));
  },
);
