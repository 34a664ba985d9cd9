import { appState } from '#protocol/entities/appStates.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { LockedApp } from './lockApp.ts';
import { standingAt } from './standingAt.ts';

/** Which version opens. `isPreview`: it runs at an address of its own. */
export interface Picked {
  n: number;
  isPreview: boolean;
}

/**
 * The version that a person gets: of a live app the one everybody gets; any other (`n`), and the newest of an app that is not live, only its maker, its testers and administrators.
 * A closed app opens for nobody but an administrator who names a version. Throws GONE (removed), FORBIDDEN (closed, or such a version is not for him), NOT_FOUND.
 */
export async function pickVersion(tx: Tx, app: LockedApp, user: UserId, n: number | undefined): Promise<Picked> {
  if (app.state === appState.removed) throw new AppError('GONE');
  const isLive = app.state === appState.live && app.live_n !== null;
  if (isLive && (n === undefined || n === app.live_n)) return { n: app.live_n as number, isPreview: false };
  const { isInside, isAdmin } = await standingAt(tx, app, user);
  if (app.state === appState.closed && !(isAdmin && n !== undefined))
    throw new AppError('FORBIDDEN', { message: 'the app is closed' });
  if (!isInside) throw new AppError(app.state === appState.draft ? 'NOT_FOUND' : 'FORBIDDEN');
  const [version] = await tx.sql<{ n: number }>(
    `SELECT n FROM app_versions WHERE app_id = ? ${n === undefined ? '' : 'AND n = ?'} ORDER BY n DESC LIMIT 1`,
    n === undefined ? [app.id] : [app.id, n],
  );
  if (!version) throw new AppError('NOT_FOUND', { message: 'there is no such version' });
  return { n: version.n, isPreview: true };
}
