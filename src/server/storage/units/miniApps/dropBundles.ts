import { placeholders } from '#server/storage/rows/placeholders.ts';
import { writeUnit } from '#server/storage/unit.ts';

/** Forgets bundles whose files are gone. */
export const dropBundles = writeUnit(async (tx, input: { ids: readonly string[] }): Promise<null> => {
  if (input.ids.length > 0)
    await tx.sql(`DELETE FROM app_bundles WHERE app_id = '' AND id IN (${placeholders(input.ids.length)})`, [
      ...input.ids,
    ]);
  return null;
});
