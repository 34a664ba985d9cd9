import { appState } from '#protocol/entities/appStates.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { writeUnit } from '#server/storage/unit.ts';

/**
 * Takes bundles from before `before` (ms) away from their apps that no version names, or whose app was removed before then. From here on no version can name them any
 * more. Answers what is to be deleted, at most `limit`, the oldest first, with those that an earlier turn left behind.
 */
export const listDeadBundles = writeUnit(async (tx, input: { before: number; limit: number }): Promise<string[]> => {
  const unused = `SELECT b.id FROM app_bundles b LEFT JOIN apps a ON a.id = b.app_id
     WHERE b.created_at < ? AND b.app_id <> '' AND (a.id IS NULL OR (a.state = ? AND a.removed_at < ?)
       OR NOT EXISTS (SELECT 1 FROM app_versions v WHERE v.app_id = b.app_id AND v.manifest LIKE '%' || b.id || '%'))
     ORDER BY b.created_at LIMIT ?`;
  const found = await tx.sql<{ id: string }>(unused, [input.before, appState.removed, input.before, input.limit]);
  if (found.length > 0) {
    await tx.sql(
      `UPDATE app_bundles SET app_id = '' WHERE id IN (${placeholders(found.length)})`,
      found.map(({ id }) => id),
    );
  }
  const dead = await tx.sql<{ id: string }>(
    "SELECT id FROM app_bundles WHERE app_id = '' ORDER BY created_at, id LIMIT ?",
    [input.limit],
  );
  return dead.map(({ id }) => id);
});
