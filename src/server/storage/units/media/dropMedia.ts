import type { MediaId } from '#protocol/entities/media.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { writeUnit } from '#server/storage/unit.ts';

/** Forgets pictures whose files are gone. */
export const dropMedia = writeUnit(async (tx, input: { ids: readonly MediaId[] }): Promise<null> => {
  if (input.ids.length > 0)
    await tx.sql(`DELETE FROM media WHERE deleted_at IS NOT NULL AND id IN (${placeholders(input.ids.length)})`, [
      ...input.ids,
    ]);
  return null;
});
