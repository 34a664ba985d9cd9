import type { AppLogEntry } from '#protocol/entities/miniApps.ts';
import type { AppId, UserId } from '#protocol/ids.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Writes a line into what a person reads about an app, in the transaction that does it. */
export async function noteEvent(
  tx: Tx,
  at: { app: AppId; user: UserId },
  what: AppLogEntry['what'],
  detail: Pick<AppLogEntry, 'scope' | 'n'> = {},
): Promise<void> {
  await tx.sql('INSERT INTO app_log (id, app_id, user_id, at, what, detail) VALUES (?, ?, ?, ?, ?, ?)', [
    tx.ids.id(),
    at.app,
    at.user,
    tx.now,
    what,
    JSON.stringify(detail),
  ]);
}
