import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

/** The file of one mini-app. Everything in it is done at once and in order, so that whatever is decided inside `write` cannot be overtaken. */
export interface AppDatabase {
  all<Row>(sql: string, ...params: SQLInputValue[]): Row[];
  get<Row>(sql: string, ...params: SQLInputValue[]): Row | undefined;
  /** Answers how many rows changed. */
  run(sql: string, ...params: SQLInputValue[]): number;
  /** Runs work in one transaction; what throws is undone as a whole. Inside another one it is part of that. */
  write<Value>(work: () => Value): Value;
  close(): void;
}

/** How long another process that writes is waited for, ms. */
const busyMs = 5_000;

/**
 * What every mini-app keeps. `outbox`: what the messenger has not been told yet; of a card only its newest words. `staff`: who has shown the code of a place.
 * `guesses`: wrong codes of a person.
 */
const commonSchema = `
CREATE TABLE people (person INTEGER PRIMARY KEY, name TEXT, lang TEXT NOT NULL, seen_at INTEGER NOT NULL) STRICT;
CREATE TABLE sessions (
  token BLOB PRIMARY KEY CHECK (length(token) = 32),
  person INTEGER NOT NULL REFERENCES people,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE staff (place TEXT NOT NULL, person INTEGER NOT NULL REFERENCES people, at INTEGER NOT NULL, PRIMARY KEY (place, person)) STRICT, WITHOUT ROWID;
CREATE TABLE staff_codes (place TEXT PRIMARY KEY, salt BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE TABLE guesses (person INTEGER NOT NULL REFERENCES people, at INTEGER NOT NULL) STRICT;
CREATE TABLE cards (
  about TEXT NOT NULL, person INTEGER NOT NULL REFERENCES people, card TEXT NOT NULL UNIQUE, PRIMARY KEY (about, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE outbox (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('message', 'card')), target TEXT NOT NULL, body TEXT NOT NULL,
  at INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0), next_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX outbox_cards ON outbox (target) WHERE kind = 'card';
`;

/** Opens a mini-app's file, and writes `schema` into a new one. `path`: of the file. */
export function openAppDatabase(path: string, schema: string): AppDatabase {
  const db = new DatabaseSync(path, { timeout: busyMs, enableForeignKeyConstraints: true });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const prepare = (sql: string) => {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const write = <Value>(work: () => Value): Value => {
    if (db.isTransaction) return work();
    // Taken at once: a transaction that becomes a writer in its middle may have read what is no longer true.
    db.exec('BEGIN IMMEDIATE');
    try {
      const value = work();
      db.exec('COMMIT');
      return value;
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  };
  write(() => {
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version === 0) db.exec(`${commonSchema}${schema}PRAGMA user_version = 1;`);
  });
  return {
    all: (sql, ...params) => prepare(sql).all(...params) as never,
    get: (sql, ...params) => prepare(sql).get(...params) as never,
    run: (sql, ...params) => Number(prepare(sql).run(...params).changes),
    write,
    close: () => db.close(),
  };
}
