import { appState } from '#protocol/entities/appStates.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { LockedApp } from './lockApp.ts';

/** What somebody is for an app. `isInside`: maker, tester or administrator of the installation, who see what is not live. */
export interface Standing {
  isInside: boolean;
  isAdmin: boolean;
}

/** The {@link Standing} of a person. */
export async function standingAt(tx: Tx, app: LockedApp, user: UserId): Promise<Standing> {
  const [row] = await tx.sql<{ role: number; tests: number }>(
    `SELECT u.role, (SELECT count(*) FROM app_testers t WHERE t.app_id = ? AND t.user_id = u.id) AS tests
       FROM users u WHERE u.id = ? AND u.deleted_at IS NULL`,
    [app.id, user],
  );
  const isAdmin = row?.role === 1;
  return { isAdmin, isInside: isAdmin || app.owner_id === user || (row?.tests ?? 0) > 0 };
}

/** An app that may be given something of this person now. Throws FORBIDDEN for one that is closed, NOT_FOUND for one that is not for him. */
export async function requireOpen(tx: Tx, app: LockedApp, user: UserId): Promise<void> {
  if (app.state === appState.live) return;
  if (app.state === appState.closed) throw new AppError('FORBIDDEN', { message: 'the app is closed' });
  if (app.state === appState.removed || !(await standingAt(tx, app, user)).isInside) throw new AppError('NOT_FOUND');
}
