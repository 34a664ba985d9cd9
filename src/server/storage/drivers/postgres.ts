import pg from 'pg';
import { AppError } from '#protocol/errors.ts';
import { migrate, type Exclusive } from '../migrate.ts';
import { migrations as allMigrations } from '../migrations/migrations.ts';
import type { Migration } from '../migrations/migration.ts';
import type { LocalStorage, StorageOptions } from '../openedStorage.ts';
import { randomRowIds } from '../rows/rowIds.ts';
import { StorageOpenError } from '../storageOpenError.ts';
import type { Tx, Unit } from '../unit.ts';
import { unitByName } from '../unitByName.ts';
import type { Connection } from './connection.ts';
import { kyselyOver } from './kyselyOver.ts';
import { mapPostgresError } from './mapPostgresError.ts';
import { postgresConnection } from './postgresConnection.ts';

export interface PostgresOptions extends StorageOptions {
  /** Connections of this process at most. */
  poolSize?: number;
  /** For tests of the driver itself. */
  migrations?: readonly Migration[];
}

const int8 = 20;
// Ids, revs and times are below 2^53 and travel as JSON numbers.
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? Number : (pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown),
};
// Timeouts in ms. `synchronous_commit` stays on whatever the server's default is: an acknowledged message must survive a power cut.
const sessionOptions =
  '-c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=5000 -c synchronous_commit=on';

const begins = {
  write: 'BEGIN ISOLATION LEVEL READ COMMITTED',
  read: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
} as const;
/** Any number will do, as long as every version uses the same. */
const migrationLock = 7_267_441;

/**
 * PostgreSQL through a pool; one transaction per unit, so that several processes share the database. Rejects with StorageOpenError when it cannot be reached
 * at the start; later losses answer UNAVAILABLE until it is back.
 */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<LocalStorage> {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 16,
    options: sessionOptions,
    types,
    connectionTimeoutMillis: 5_000,
  });
  // An idle connection that is lost must not end the process; the next unit gets a new one.
  pool.on('error', () => undefined);
  const gen = await openSchema(pool, options.migrations ?? allMigrations);
  const now = options.now ?? Date.now;
  const runUnit = <In, Out>(unit: Unit<In, Out>, input: In): Promise<Out> =>
    inTransaction(pool, unit.kind, (client) => unit.run(toTx(client, now()), structuredClone(input)));
  return {
    dialect: 'postgres',
    gen,
    runUnit,
    run: (name, input) => runUnit(unitByName(name), input),
    checkpoint: () => Promise.resolve(),
    close: () => pool.end(),
  };
}

// What is made once per pooled connection.
const tools = new WeakMap<pg.ClientBase, Pick<Tx, 'db'> & { connection: Connection }>();

function toolsOf(client: pg.ClientBase): Pick<Tx, 'db'> & { connection: Connection } {
  const known = tools.get(client);
  if (known) return known;
  const connection = postgresConnection(client);
  const made = { connection, db: kyselyOver('postgres', connection) };
  tools.set(client, made);
  return made;
}

function toTx(client: pg.ClientBase, now: number): Tx {
  const { connection, db } = toolsOf(client);
  return {
    db,
    dialect: 'postgres',
    now,
    ids: randomRowIds,
    // The caller names the row type of its own statement; it cannot be checked here.
    sql: <Row extends object>(text: string, params: Parameters<Tx['sql']>[1]) =>
      connection.sql(text, params) as Promise<Row[]>,
  };
}

/**
 * Runs `work` between BEGIN and COMMIT. When COMMIT itself loses its connection the outcome is in doubt and the caller hears UNAVAILABLE: a repeat with the
 * same cid or op finds out.
 */
async function inTransaction<T>(
  pool: pg.Pool,
  kind: 'read' | 'write',
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  let client: pg.PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    throw mapPostgresError(error);
  }
  let broken: Error | undefined;
  const noteLoss = (error: Error): void => {
    broken = error;
  };
  client.on('error', noteLoss);
  try {
    await client.query(begins[kind]);
    const value = await work(client);
    const { command } = await client.query('COMMIT');
    // PostgreSQL answers ROLLBACK, without an error, when a statement had failed and the unit went on as if it had not.
    if (command !== 'COMMIT') throw new Error('A unit swallowed the error of a statement; nothing is stored');
    return value;
  } catch (error) {
    const shown = mapPostgresError(error);
    await client.query('ROLLBACK').catch(noteLoss);
    throw shown;
  } finally {
    client.off('error', noteLoss);
    // A connection that lost its server or its transaction state goes; the pool makes another.
    client.release(broken);
  }
}

async function openSchema(pool: pg.Pool, migrations: readonly Migration[]): Promise<string> {
  try {
    const client = await pool.connect();
    try {
      const exclusive: Exclusive = async (work) => {
        await client.query('BEGIN');
        await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
        const value = await work();
        await client.query('COMMIT');
        return value;
      };
      return await migrate(postgresConnection(client), 'postgres', exclusive, migrations);
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  } catch (error) {
    await pool.end();
    if (error instanceof StorageOpenError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const hint = error instanceof AppError ? '' : ' Check DATABASE_URL and that the server runs.';
    throw new StorageOpenError(`The PostgreSQL database cannot be used: ${reason}.${hint}`, error);
  }
}
