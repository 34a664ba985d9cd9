import { AppError } from '#protocol/errors.ts';
import type { Kysely } from 'kysely';
import { randomRowIds } from '../rows/rowIds.ts';
import type { Schema } from '../schema.ts';
import type { Tx, Unit } from '../unit.ts';
import { kyselyOver } from './kyselyOver.ts';
import { mapSqliteError } from './mapSqliteError.ts';
import type { SqliteConnection } from './sqliteConnection.ts';

/** One unit that waits to be run. */
export interface Job {
  unit: Unit<unknown, unknown>;
  input: unknown;
}
/** How one unit ended. */
export type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

/** Runs units on one SQLite connection; calls must not overlap. `now`: the clock all units of the call see, ms. */
export interface SqliteSession {
  runWrites(jobs: readonly Job[], now: number): Promise<Outcome[]>;
  runRead(job: Job, now: number): Promise<Outcome>;
}

export function sqliteSession(connection: SqliteConnection): SqliteSession {
  const db = kyselyOver('sqlite', connection);
  const makeTx = (now: number): Tx => toTx(connection, db, now);
  return {
    async runWrites(jobs, now) {
      try {
        return await commitTogether(connection, makeTx(now), jobs);
      } catch (error) {
        // The commit itself failed: nothing of any unit is stored.
        rollBack(connection);
        const shown = mapSqliteError(error);
        return jobs.map(() => ({ ok: false, error: shown }));
      }
    },
    async runRead(job, now) {
      try {
        connection.control('BEGIN');
        return { ok: true, value: await job.unit.run(makeTx(now), job.input) };
      } catch (error) {
        return { ok: false, error: mapSqliteError(error) };
      } finally {
        rollBack(connection);
      }
    },
  };
}

/**
 * Group commit: all waiting units share one transaction and one fsync, each behind a savepoint of its own.
 *
 *   BEGIN ─ SAVEPOINT ─ unit 1 ─ RELEASE ─ SAVEPOINT ─ unit 2 ✗ ROLLBACK TO ─ … ─ COMMIT ─ outcomes
 */
async function commitTogether(connection: SqliteConnection, tx: Tx, jobs: readonly Job[]): Promise<Outcome[]> {
  connection.control('BEGIN IMMEDIATE');
  const outcomes: Outcome[] = [];
  for (const job of jobs) {
    connection.control('SAVEPOINT unit');
    try {
      // One after the other is the point: they share a connection, and later ones see earlier ones.
      outcomes.push({ ok: true, value: await job.unit.run(tx, job.input) });
    } catch (error) {
      // A full disk ends the whole transaction, and with it the units before this one.
      if (!connection.isInTransaction()) throw error;
      connection.control('ROLLBACK TO unit');
      outcomes.push({ ok: false, error: mapSqliteError(error) });
    }
    connection.control('RELEASE unit');
  }
  connection.control('COMMIT');
  return outcomes;
}

function rollBack(connection: SqliteConnection): void {
  if (!connection.isInTransaction()) return;
  try {
    connection.control('ROLLBACK');
  } catch (error) {
    throw new AppError('UNAVAILABLE', { message: 'Database: the transaction could not be undone', cause: error });
  }
}

function toTx(connection: SqliteConnection, db: Kysely<Schema>, now: number): Tx {
  return {
    db,
    dialect: 'sqlite',
    now,
    ids: randomRowIds,
    // The caller names the row type of its own statement; it cannot be checked here.
    sql: <Row extends object>(text: string, params: Parameters<Tx['sql']>[1]) =>
      connection.sql(text, params) as Promise<Row[]>,
  };
}
