import type { MediaId } from '#protocol/entities/media.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';
import { readUnit, writeUnit } from '#server/storage/unit.ts';
import { storingMs } from './fileTimes.ts';

/** Gives uploads that no message has and whose time is over to deletion. Answers all that are to be deleted, at most `limit`. */
export const listDeadFiles = writeUnit(async (tx, { limit }: { limit: number }): Promise<MediaId[]> => {
  await tx.sql(
    // Asked again in the change itself: on PostgreSQL one of them may be taken into use at this moment.
    `UPDATE files SET state = ${fileState.dying} WHERE is_used = 0 AND kept_until < ? AND state <> ${fileState.dying}
      AND id IN (SELECT id FROM files WHERE is_used = 0 AND kept_until < ? AND state <> ${fileState.dying} ORDER BY kept_until LIMIT ?)`,
    [tx.now, tx.now, limit],
  );
  const dead = await tx.sql<{ id: string }>(
    `SELECT id FROM files WHERE is_used = 0 AND state = ${fileState.dying} ORDER BY kept_until LIMIT ?`,
    [limit],
  );
  return dead.map(({ id }) => toMediaId(id));
});

/** Forgets dead uploads, whose half files are gone, and their copies; what these were made of is found by {@link listLooseStored}. */
export const dropDeadFiles = writeUnit(async (tx, { ids }: { ids: readonly MediaId[] }): Promise<null> => {
  if (ids.length === 0) return null;
  const list = placeholders(ids.length);
  await tx.sql(`DELETE FROM file_copies WHERE file_id IN (${list})`, [...ids]);
  await tx.sql(`DELETE FROM files WHERE state = ${fileState.dying} AND id IN (${list})`, [...ids]);
  return null;
});

/** Keys in the store to which nothing refers and that are not being stored either; from here on nobody gets them any more. */
export const listLooseStored = writeUnit(async (tx, { limit }: { limit: number }): Promise<string[]> => {
  const loose = await tx.sql<{ key: string }>(
    `UPDATE stored_files SET is_dying = 1 WHERE key IN (SELECT s.key FROM stored_files s WHERE (s.touched_at < ? OR s.is_dying = 1)
      AND NOT EXISTS (SELECT 1 FROM file_copies c WHERE c.key = s.key) LIMIT ?)
      AND (touched_at < ? OR is_dying = 1) RETURNING key`,
    [tx.now - storingMs, limit, tx.now - storingMs],
  );
  return loose.map(({ key }) => key);
});

/** Forgets keys whose bytes are gone. */
export const dropStored = writeUnit(async (tx, { keys }: { keys: readonly string[] }): Promise<null> => {
  if (keys.length > 0)
    await tx.sql(`DELETE FROM stored_files WHERE is_dying = 1 AND key IN (${placeholders(keys.length)})`, [...keys]);
  return null;
});

/** Those of the ids that are uploads under way: half files of others are left over. */
export const listOpenUploads = readUnit(async (tx, { ids }: { ids: readonly string[] }): Promise<string[]> => {
  if (ids.length === 0) return [];
  const rows = await tx.sql<{ id: string }>(
    `SELECT id FROM files WHERE state = ${fileState.open} AND id IN (${placeholders(ids.length)})`,
    [...ids],
  );
  return rows.map(({ id }) => id);
});
