import { appState } from '#protocol/entities/appStates.ts';
import type { AppId } from '#protocol/ids.ts';
import type { Tx } from '#server/storage/unit.ts';
import { factsColumns, factsTables, toAppFacts, type AppFactsRow } from './appRows.ts';

/** Brings name and picture of the account that an app's messages come from up to date with what people get; nothing happens before its first message. The caller has the app locked. */
export async function saveAppAccount(tx: Tx, app: AppId): Promise<void> {
  const [row] = await tx.sql<AppFactsRow & { account_id: number | null }>(
    `SELECT ${factsColumns}, a.account_id FROM ${factsTables} WHERE a.id = ?`,
    [app],
  );
  if (!row || row.account_id === null) return;
  const { st, manifest } = toAppFacts(row);
  // A removed app has lost its icon.
  const avatar = st === appState.removed ? null : (manifest.icon ?? null);
  await tx.sql(
    `UPDATE users SET name = ?, avatar = ?, pver = pver + 1 WHERE id = ? AND (name <> ? OR coalesce(avatar, '') <> ?)`,
    [manifest.names.en, avatar, row.account_id, manifest.names.en, avatar ?? ''],
  );
}
