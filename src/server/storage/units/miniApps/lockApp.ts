import { appState } from '#protocol/entities/appStates.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId, UserId } from '#protocol/ids.ts';
import type { Tx } from '#server/storage/unit.ts';

/** An app while a unit decides about it. */
export interface LockedApp {
  id: AppId;
  owner_id: number;
  bot: number;
  state: number;
  live_n: number | null;
  data_key: Uint8Array;
}

/**
 * The row of an app. `change`: nobody else changes the app or decides about a person's use of it until commit; `share`: it stays as it is meanwhile. It comes before every
 * other lock on what belongs to the app. Throws NOT_FOUND.
 */
export async function lockApp(tx: Tx, app: AppId, strength: 'share' | 'change'): Promise<LockedApp> {
  const lock = { share: ' FOR SHARE', change: ' FOR UPDATE' }[strength];
  const [row] = await tx.sql<LockedApp>(
    `SELECT id, owner_id, bot, state, live_n, data_key FROM apps WHERE id = ?${tx.dialect === 'sqlite' ? '' : lock}`,
    [app],
  );
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

/** The app of a maker, locked for a change. Throws NOT_FOUND for one of somebody else and for one that was removed. */
export async function lockOwnApp(tx: Tx, app: AppId, owner: UserId): Promise<LockedApp> {
  const row = await lockApp(tx, app, 'change');
  if (row.owner_id !== owner || row.state === appState.removed) throw new AppError('NOT_FOUND');
  return row;
}
