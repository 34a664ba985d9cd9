import { appState } from '#protocol/entities/appStates.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId, UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import type { Tx } from '#server/storage/unit.ts';
import { lockApp, type LockedApp } from '#server/storage/units/miniApps/lockApp.ts';
import { lockUse } from '#server/storage/units/miniApps/lockUse.ts';
import { requireOpen } from '#server/storage/units/miniApps/standingAt.ts';

/** Whom an app's server means. `person`: the id under which its maker knows him. */
export interface PersonInput {
  readonly app: AppId;
  readonly person: number;
}

/** An app that may do something now, locked until commit. Throws FORBIDDEN for one that was closed or removed. */
export async function lockServed(tx: Tx, app: AppId, strength: 'share' | 'change' = 'share'): Promise<LockedApp> {
  const row = await lockApp(tx, app, strength);
  if (row.state === appState.closed || row.state === appState.removed)
    throw new AppError('FORBIDDEN', { message: 'the app is closed' });
  return row;
}

/** A person of an app and what they have with each other, locked until commit. Throws FORBIDDEN (closed), NOT_FOUND: not somebody who has opened this app and not taken everything back. */
export async function lockPerson(
  tx: Tx,
  { app, person }: PersonInput,
  strength: 'share' | 'change' = 'share',
): Promise<{ row: LockedApp; user: UserId }> {
  const served = await lockServed(tx, app, strength);
  const [known] = await tx.sql<{ user_id: number }>('SELECT user_id FROM app_pids WHERE pid = ? AND owner_id = ?', [
    person,
    served.owner_id,
  ]);
  if (!known) throw new AppError('NOT_FOUND', { message: 'no such person' });
  const user = toUserId(known.user_id);
  const row = await lockUse(tx, app, user);
  await requireOpen(tx, row, user);
  return { row, user };
}
