import { appState } from '#protocol/entities/appStates.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId, UserId } from '#protocol/ids.ts';
import { forUpdate } from '#server/storage/rows/forUpdate.ts';
import type { Tx } from '#server/storage/unit.ts';
import { lockApp, type LockedApp } from './lockApp.ts';

/** What a person has with an app, locked until commit: answers and values of one person are changed one after the other. Throws NOT_FOUND for who never opened it, and for an app that was removed. */
export async function lockUse(tx: Tx, app: AppId, user: UserId): Promise<LockedApp> {
  const row = await lockApp(tx, app, 'share');
  const uses = await tx.sql(`SELECT app_id FROM app_uses WHERE app_id = ? AND user_id = ?${forUpdate(tx)}`, [
    app,
    user,
  ]);
  if (uses.length === 0 || row.state === appState.removed) throw new AppError('NOT_FOUND');
  return row;
}
