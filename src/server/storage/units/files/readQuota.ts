import type { UserId } from '#protocol/ids.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';

/** Bytes that count for a person: faces and pictures, files, and what is on its way. Equal files count each for itself, so that nobody learns that a file is known. */
export async function readUsedBytes(tx: Tx, owner: UserId): Promise<number> {
  const [row] = await tx.sql<{ used: number }>(
    `SELECT CAST(coalesce((SELECT sum(bytes) FROM files WHERE owner_id = ? AND state <> ${fileState.dying}), 0)
      + coalesce((SELECT sum(bytes) FROM media WHERE owner_id = ? AND deleted_at IS NULL), 0) AS bigint) AS used`,
    [owner, owner],
  );
  return row?.used ?? 0;
}

/** What {@link readUsedBytes} counts. */
export const readQuota = readUnit((tx, input: { owner: UserId }): Promise<number> => readUsedBytes(tx, input.owner));
