import { appState } from '#protocol/entities/appStates.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { writeUnit } from '#server/storage/unit.ts';

/** Bundles of one app that may wait for a version beside those that are in one. */
const waitingMax = 10;

/** Files that a maker has uploaded. `files`: path → bytes; `bytes`: of all of them. */
export interface NewBundle {
  readonly id: string;
  readonly app: AppId;
  readonly owner: UserId;
  readonly files: Readonly<Record<string, number>>;
  readonly bytes: number;
}

/**
 * Notes an upload, before its files are written: then no file is ever without a row by which it is found and deleted. Throws NOT_FOUND (no app of this person, or
 * removed), FULL (too many uploads that no version names).
 */
export const addBundle = writeUnit(async (tx, input: NewBundle): Promise<null> => {
  const added = await tx.sql<{ id: string }>(
    `INSERT INTO app_bundles (id, app_id, files, bytes, created_at)
     SELECT ?, a.id, ?, CAST(? AS bigint), CAST(? AS bigint) FROM apps a WHERE a.id = ? AND a.owner_id = ? AND a.state <> ? RETURNING id`,
    [input.id, JSON.stringify(input.files), input.bytes, tx.now, input.app, input.owner, appState.removed],
  );
  if (added.length === 0) throw new AppError('NOT_FOUND');
  const [count] = await tx.sql<{ n: number }>('SELECT count(*) AS n FROM app_bundles WHERE app_id = ?', [input.app]);
  if ((count?.n ?? 0) > limits.appVersionsMax + waitingMax) throw new AppError('FULL', { message: 'too many uploads' });
  return null;
});
