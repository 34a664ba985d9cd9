import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { encodeParams } from '../encodeParams.ts';
import type { Connection } from './connection.ts';

/** An open SQLite database on this thread. */
export interface SqliteConnection extends Connection {
  /** Runs one statement without parameters or results: BEGIN, SAVEPOINT, COMMIT. Prepared, because each unit needs several. */
  control(text: string): void;
  /** Runs any statements without parameters: PRAGMA, DDL. */
  exec(text: string): void;
  /** Whether a transaction is open; SQLite ends it by itself after some failures (disk full). */
  isInTransaction(): boolean;
  close(): void;
}

/** Statements kept prepared; batches of different sizes have texts of their own. */
const cacheSize = 500;

/**
 * Opens the file (or `:memory:`). WAL and synchronous=FULL: an acknowledged commit survives a power cut. `readOnly` connections refuse
 * writes but may still copy the log into the file.
 */
export function openSqliteConnection(path: string, options: { readOnly?: boolean } = {}): SqliteConnection {
  const db = new DatabaseSync(path, { timeout: 5_000 });
  db.exec(options.readOnly ? '' : 'PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=WAL;');
  // The job copies the log in small steps; 10,000 pages (40 MB) are the backstop if it does not run.
  db.exec(
    'PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=10000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536;',
  );
  db.function('greatest', { deterministic: true, varargs: true }, greatest);
  if (options.readOnly) db.exec('PRAGMA query_only=ON');
  const prepare = statementCache(db);
  const run = (text: string, params: readonly unknown[]): object[] =>
    prepare(text).all(...(encodeParams(params) as SQLInputValue[])) as object[];
  return {
    sql: async (text, params) => run(text, params),
    async query(text, params) {
      const statement = prepare(text);
      if (statement.columns().length > 0) {
        const rows = run(text, params);
        return { rows, changes: rows.length };
      }
      const { changes } = statement.run(...(encodeParams(params) as SQLInputValue[]));
      return { rows: [], changes: Number(changes) };
    },
    control: (text) => void prepare(text).run(),
    exec: (text) => db.exec(text),
    isInTransaction: () => db.isTransaction,
    close: () => db.close(),
  };
}

/** The largest of its arguments, nulls left out: PostgreSQL's function of this name. */
function greatest(...values: SQLOutputValue[]): SQLOutputValue {
  let best: SQLOutputValue = null;
  for (const value of values) if (value !== null && (best === null || value > best)) best = value;
  return best;
}

function statementCache(db: DatabaseSync): (text: string) => StatementSync {
  const cache = new Map<string, StatementSync>();
  return (text) => {
    const known = cache.get(text);
    if (known) return known;
    const statement = db.prepare(text);
    const oldest = cache.size >= cacheSize ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    cache.set(text, statement);
    return statement;
  };
}
