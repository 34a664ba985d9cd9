import { isGranted } from '#domain/scopeRules.ts';
import type { RequestOutput } from '#protocol/requests.ts';

export type Passport = RequestOutput<'app.passport'>;

/** The passport as a file for the person: times as ISO 8601, everything else as the server said it. `at`: of this copy, server clock, ms. */
export function passportCopy(passport: Passport, at: number): { name: string; text: string } {
  const time = (ms: number): string => new Date(ms).toISOString();
  const copy = {
    ...passport,
    copied: time(at),
    since: time(passport.since),
    grants: passport.grants.map(({ scope, st, at: answered, used }) => ({
      scope,
      answer: isGranted(st) ? 'allowed' : 'denied',
      at: time(answered),
      ...(used === undefined ? {} : { used: time(used) }),
    })),
    log: passport.log.map((entry) => ({ ...entry, at: time(entry.at) })),
  };
  return { name: `${passport.app.id}-${time(at).slice(0, 10)}.json`, text: `${JSON.stringify(copy, null, 2)}\n` };
}
