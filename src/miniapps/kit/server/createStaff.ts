import { randomInt, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { AppError } from '#protocol/errors.ts';
import type { AppDatabase } from './openAppDatabase.ts';

/** Who works at which place: whoever has once shown its code. */
export interface Staff {
  /** Throws FORBIDDEN for a wrong code, RATE after too many of them. */
  enter(place: string, person: number, code: string): void;
  /** Throws FORBIDDEN. */
  require(place: string, person: number): void;
  places(person: number): string[];
}

/** Wrong codes of one person, and of everybody at all, within the time. */
const guesses = { own: 5, all: 50, ms: 15 * 60_000 };
/** Without letters and digits that look alike. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** ~50 bits */
const codeLength = 10;

const hashOf = (code: string, salt: Uint8Array): Uint8Array => new Uint8Array(scryptSync(code.toUpperCase(), salt, 32));
const makeCode = (): string => Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('');

/** Gives every place a code that has none yet; answers the new ones, of which only hashes are kept here. */
export function addStaffCodes(db: AppDatabase, places: readonly string[]): Record<string, string> {
  const made: Record<string, string> = {};
  db.write(() => {
    for (const place of places) {
      if (db.get('SELECT place FROM staff_codes WHERE place = ?', place)) continue;
      const [code, salt] = [makeCode(), new Uint8Array(randomBytes(16))];
      db.run('INSERT INTO staff_codes (place, salt, hash) VALUES (?, ?, ?)', place, salt, hashOf(code, salt));
      made[place] = code;
    }
  });
  return made;
}

/** Makes {@link Staff}. `now`: ms. */
export function createStaff(db: AppDatabase, now: () => number): Staff {
  const countGuesses = (person?: number): number =>
    (person === undefined
      ? db.get<{ n: number }>('SELECT count(*) AS n FROM guesses')
      : db.get<{ n: number }>('SELECT count(*) AS n FROM guesses WHERE person = ?', person)
    )?.n ?? 0;
  return {
    enter(place, person, code) {
      db.run('DELETE FROM guesses WHERE at < ?', now() - guesses.ms);
      if (countGuesses(person) >= guesses.own || countGuesses() >= guesses.all)
        throw new AppError('RATE', { retry: guesses.ms });
      const known = db.get<{ salt: Uint8Array; hash: Uint8Array }>(
        'SELECT salt, hash FROM staff_codes WHERE place = ?',
        place,
      );
      if (!known || !timingSafeEqual(hashOf(code, known.salt), known.hash)) {
        // A transaction of its own: the refusal must not undo the count.
        db.run('INSERT INTO guesses (person, at) VALUES (?, ?)', person, now());
        throw new AppError('FORBIDDEN', { message: 'this is not the code' });
      }
      db.run('INSERT INTO staff (place, person, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', place, person, now());
    },
    require(place, person) {
      if (!db.get('SELECT place FROM staff WHERE place = ? AND person = ?', place, person))
        throw new AppError('FORBIDDEN', { message: 'for staff of this place' });
    },
    places: (person) =>
      db
        .all<{ place: string }>('SELECT place FROM staff WHERE person = ? ORDER BY place', person)
        .map(({ place }) => place),
  };
}
