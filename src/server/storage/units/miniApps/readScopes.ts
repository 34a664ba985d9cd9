import { isScopeAllowed } from '#domain/scopeRules.ts';
import type { AppScope } from '#protocol/entities/appScopes.ts';
import type { AppGrant, AppManifest } from '#protocol/entities/miniApps.ts';
import type { AppId, UserId } from '#protocol/ids.ts';
import type { Tx } from '#server/storage/unit.ts';

/** What an app may ask a person for, and what he answered. */
export interface Scopes {
  readonly ask: AppManifest['scopes'];
  readonly grants: readonly AppGrant[];
  grantOf(scope: AppScope): AppGrant | undefined;
  isDeclared(scope: AppScope): boolean;
  isAllowed(scope: AppScope): boolean;
}

/** Answers of a person to an app, in the order of their names. */
export async function readGrants(tx: Tx, app: AppId, user: UserId): Promise<AppGrant[]> {
  const rows = await tx.sql<{ scope: AppScope; state: number; at: number; used_at: number | null }>(
    'SELECT scope, state, at, used_at FROM app_grants WHERE app_id = ? AND user_id = ? ORDER BY scope',
    [app, user],
  );
  return rows.map(({ scope, state, at, used_at: used }) => ({
    scope,
    st: state,
    at,
    ...(used === null ? {} : { used }),
  }));
}

/** {@link Scopes} of one version's manifest and these answers. Total. */
export function toScopes(ask: AppManifest['scopes'], grants: readonly AppGrant[]): Scopes {
  const grantOf = (scope: AppScope) => grants.find((grant) => grant.scope === scope);
  const isDeclared = (scope: AppScope) => ask.some((entry) => entry.scope === scope);
  return {
    ask,
    grants,
    grantOf,
    isDeclared,
    isAllowed: (scope) => isScopeAllowed(scope, isDeclared(scope), grantOf(scope)?.st),
  };
}

/** {@link Scopes} by the version that this person opened last; when that was too long ago, by the one that people get. */
export async function readScopes(tx: Tx, app: AppId, user: UserId): Promise<Scopes> {
  const [row] = await tx.sql<{ manifest: string }>(
    `SELECT v.manifest FROM apps a JOIN app_versions v ON v.app_id = a.id AND v.n = coalesce(
       (SELECT l.n FROM app_launches l JOIN app_versions w ON w.app_id = l.app_id AND w.n = l.n
         WHERE l.user_id = ? AND l.app_id = a.id ORDER BY l.at DESC, l.n DESC LIMIT 1), a.live_n) WHERE a.id = ?`,
    [user, app],
  );
  const ask = row ? (JSON.parse(row.manifest) as AppManifest).scopes : [];
  return toScopes(ask, await readGrants(tx, app, user));
}
