import type { AppLogEntry, AppManifest, AppGrant } from '#protocol/entities/miniApps.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId, UserId } from '#protocol/ids.ts';
import { readUnit } from '#server/storage/unit.ts';
import { factsColumns, factsTables, toAppFacts, type AppFacts, type AppFactsRow } from './appRows.ts';
import { readScopes } from './readScopes.ts';

/** What an app knows about a person and did. Times in ms. */
export interface PassportFacts {
  app: AppFacts;
  since: number;
  asked: number;
  yes: number;
  keys: number;
  ask: AppManifest['scopes'];
  grants: AppGrant[];
  log: AppLogEntry[];
}
interface UseRow {
  first_at: number;
  asked: number;
  yes: number;
  keys: number;
}
interface LogRow {
  at: number;
  what: AppLogEntry['what'];
  detail: string;
}
const logMax = 100;

/** Everything an app knows about this person, also when it is closed or removed by now. Throws NOT_FOUND for who never opened it. */
export const getPassport = readUnit(async (tx, { app, user }: { app: AppId; user: UserId }): Promise<PassportFacts> => {
  const [use] = await tx.sql<UseRow>(
    `SELECT x.first_at, x.asked, x.yes,
       (SELECT count(*) FROM app_values w WHERE w.app_id = x.app_id AND w.user_id = x.user_id) AS keys
       FROM app_uses x WHERE x.app_id = ? AND x.user_id = ?`,
    [app, user],
  );
  const [row] = await tx.sql<AppFactsRow>(`SELECT ${factsColumns} FROM ${factsTables} WHERE a.id = ?`, [app]);
  if (!use || !row) throw new AppError('NOT_FOUND');
  const { ask, grants } = await readScopes(tx, app, user);
  const log = await tx.sql<LogRow>(
    `SELECT at, what, detail FROM app_log WHERE user_id = ? AND app_id = ? ORDER BY at DESC, id DESC LIMIT ${logMax}`,
    [user, app],
  );
  const { first_at: since, asked, yes, keys } = use;
  return {
    ...{ app: toAppFacts(row), since, asked, yes, keys, ask, grants: [...grants] },
    log: log.map(({ at, what, detail }) => ({ at, what, ...(JSON.parse(detail) as Pick<AppLogEntry, 'scope' | 'n'>) })),
  };
});
