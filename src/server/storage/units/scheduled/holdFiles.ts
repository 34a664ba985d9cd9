import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';
import type { Tx } from '#server/storage/unit.ts';
import { uploadKeptMs } from '#server/storage/units/files/fileTimes.ts';
import { filesOf, keepFiles } from '#server/storage/units/files/useFiles.ts';
import type { ScheduledRow } from './scheduledRow.ts';

/** How long the files of a message stay after its time, ms: whoever finds that it has failed can still send it. */
const keptAfterMs = 30 * 24 * 3_600_000;

/** What a scheduled message has of files. */
export type WithFiles = Pick<ScheduledRow, 'kind' | 'body' | 'fw'>;

const idsOf = ({ kind, body, fw }: WithFiles): string[] =>
  fw === null ? filesOf(kind, JSON.parse(body) as Record<string, unknown>) : [];

/** Keeps the files of a message that waits from being collected. NOT_FOUND: one is not up, or is not this person's. */
export async function holdFiles(tx: Tx, userId: UserId, row: WithFiles, at: number): Promise<void> {
  const ids = idsOf(row);
  if (ids.length === 0) return;
  await keepFiles(tx, ids, at + keptAfterMs);
  const ready = await tx.sql<{ id: string }>(
    `SELECT id FROM files WHERE owner_id = ? AND state = ${fileState.ready} AND id IN (${placeholders(ids.length)})`,
    [userId, ...ids],
  );
  if (ready.length < ids.length) throw new AppError('NOT_FOUND', { message: 'a file is not up' });
}

/** The message is given up: files that nothing else has are collected after a day. */
export async function releaseFiles(tx: Tx, userId: UserId, row: WithFiles): Promise<void> {
  const ids = idsOf(row);
  if (ids.length === 0) return;
  await tx.sql(
    `UPDATE files SET kept_until = ? WHERE owner_id = ? AND is_used = 0 AND id IN (${placeholders(ids.length)})`,
    [tx.now + uploadKeptMs, userId, ...ids],
  );
}
