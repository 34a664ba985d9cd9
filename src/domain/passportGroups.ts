import { appScopes, type AppScope } from '#protocol/entities/appScopes.ts';
import type { AppGrant, AppTexts } from '#protocol/entities/miniApps.ts';
import { isGranted, isQuietScope } from './scopeRules.ts';

/** One thing an app has or wants. `reason`: why, in its maker's words; absent where it no longer says that it would ask. `at`: of the answer; `used`: of the last use; ms. */
export interface PassportRow {
  scope: AppScope;
  reason?: AppTexts | undefined;
  at?: number | undefined;
  used?: number | undefined;
}

/** What a person reads about an app: `may`: what it can do now; `denied`: what they said no to; `unasked`: what it may still ask for; `closed`: what it cannot even ask for. */
export interface PassportGroups {
  may: readonly PassportRow[];
  denied: readonly PassportRow[];
  unasked: readonly PassportRow[];
  closed: readonly AppScope[];
}

/** Sorts everything that can be allowed by where it stands. Each scope is in exactly one group. */
export function passportGroups(passport: {
  ask: readonly { scope: AppScope; reason: AppTexts }[];
  grants: readonly AppGrant[];
}): PassportGroups {
  const grants = new Map(passport.grants.map((grant) => [grant.scope, grant]));
  const reasons = new Map(passport.ask.map(({ scope, reason }) => [scope, reason]));
  const may: PassportRow[] = [];
  const denied: PassportRow[] = [];
  const unasked: PassportRow[] = [];
  const closed: AppScope[] = [];
  for (const scope of appScopes) {
    const grant = grants.get(scope);
    const row = { scope, reason: reasons.get(scope), at: grant?.at, used: grant?.used };
    if (grant) (isGranted(grant.st) ? may : denied).push(row);
    else if (!reasons.has(scope)) closed.push(scope);
    else (isQuietScope(scope) ? may : unasked).push(row);
  }
  return { may, denied, unasked, closed };
}
