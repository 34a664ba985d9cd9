import { appState } from '#protocol/entities/appStates.ts';
import type { UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { readUnit } from '#server/storage/unit.ts';
import { factsColumns, factsTables, insideText, toAppFacts, type AppFacts, type AppFactsRow } from './appRows.ts';

/** Apps a person has opened, the last one first, without those that were removed and drafts he may no longer open. `at`: of the last opening, ms. */
export const listRecentApps = readUnit(async (tx, { me }: { me: UserId }): Promise<{ app: AppFacts; at: number }[]> => {
  const rows = await tx.sql<AppFactsRow & { last_at: number }>(
    `SELECT ${factsColumns}, x.last_at FROM ${factsTables} JOIN app_uses x ON x.app_id = a.id
        WHERE x.user_id = ? AND a.state <> ? AND (a.state <> ? OR ${insideText}) ORDER BY x.last_at DESC, a.id LIMIT ${limits.appsPage}`,
    [me, appState.removed, appState.draft, me, me],
  );
  return rows.map((row) => ({ app: toAppFacts(row), at: row.last_at }));
});
