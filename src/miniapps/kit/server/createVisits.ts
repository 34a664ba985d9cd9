import { createHash, randomBytes } from 'node:crypto';
import type { AppLanguage } from '#protocol/entities/appStates.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppApi } from './AppApi.ts';
import { AppApiError } from './AppApiError.ts';
import { toLanguage } from './appLanguages.ts';
import type { AppDatabase } from './openAppDatabase.ts';

/** Who asks. */
export interface Visitor {
  readonly person: number;
  readonly name: string | null;
  readonly lang: AppLanguage;
}

/** Visits of people: init data is verified once and exchanged for a word that is good for an hour. */
export interface Visits {
  /** `lang`: what the page speaks; the person's own language counts first when the app may know it. Throws UNAUTH, UNAVAILABLE. */
  open(data: string, lang: string): Promise<{ session: string; visitor: Visitor; start: string | undefined }>;
  /** Throws UNAUTH. */
  find(session: string | undefined): Visitor;
  person(person: number): Visitor;
}

/** ms */
const visitMs = 3_600_000;
const hashOf = (session: string): Uint8Array => new Uint8Array(createHash('sha256').update(session).digest());

/** Makes {@link Visits}. `now`: ms. */
export function createVisits(db: AppDatabase, api: AppApi, now: () => number): Visits {
  const person = (id: number): Visitor => {
    const row = db.get<{ name: string | null; lang: string }>('SELECT name, lang FROM people WHERE person = ?', id);
    if (!row) throw new AppError('NOT_FOUND');
    return { person: id, name: row.name, lang: toLanguage(row.lang) };
  };
  return {
    async open(data, lang) {
      const launch = await api.verify(data).catch((error: unknown) => {
        const isPassing = error instanceof AppApiError && error.isPassing;
        throw new AppError(isPassing ? 'UNAVAILABLE' : 'UNAUTH', { cause: error });
      });
      const session = randomBytes(24).toString('base64url');
      db.write(() => {
        db.run('DELETE FROM sessions WHERE expires_at < ?', now());
        db.run(
          `INSERT INTO people (person, name, lang, seen_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (person) DO UPDATE SET name = excluded.name, lang = excluded.lang, seen_at = excluded.seen_at`,
          ...[launch.person, launch.name ?? null, toLanguage(launch.language ?? lang), now()],
        );
        db.run(
          'INSERT INTO sessions (token, person, expires_at) VALUES (?, ?, ?)',
          ...[hashOf(session), launch.person, now() + visitMs],
        );
      });
      return { session, visitor: person(launch.person), start: launch.start };
    },
    find(session) {
      const row =
        session === undefined
          ? undefined
          : db.get<{ person: number }>(
              'SELECT person FROM sessions WHERE token = ? AND expires_at > ?',
              ...[hashOf(session), now()],
            );
      if (!row) throw new AppError('UNAUTH');
      return person(row.person);
    },
    person,
  };
}
