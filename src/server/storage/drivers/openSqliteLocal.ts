import { copyPlain } from '#base/copyPlain.ts';
import type { Migration } from '../migrations/migration.ts';
import type { LocalStorage, StorageOptions } from '../openedStorage.ts';
import type { Unit } from '../unit.ts';
import { unitByName } from '../unitByName.ts';
import { housekeeping } from './housekeeping.ts';
import { lane } from './lane.ts';
import { openSqliteDatabase } from './openSqliteDatabase.ts';
import { sqliteSession, type Job, type Outcome, type SqliteSession } from './sqliteSession.ts';

/** For tests of the driver itself. */
export interface SqliteLocalOptions extends StorageOptions {
  migrations?: readonly Migration[];
  /** Run once on the open connection: PRAGMAs that make it fail. */
  prepare?: string;
}

const maxBatch = 64;

/**
 * SQLite on the caller's thread, for tests, seeds and tools: `:memory:` or a file. Same transactions and group commit as with workers; everything
 * settles in microtasks, so that a simulated world stays deterministic.
 */
export async function openSqliteLocal(path: string, options: SqliteLocalOptions = {}): Promise<LocalStorage> {
  const { connection, gen } = await openSqliteDatabase(path, options.migrations);
  if (options.prepare) connection.exec(options.prepare);
  const session = sqliteSession(connection);
  const now = options.now ?? Date.now;
  const queue = lane<Job>({ max: maxBatch, run: (jobs) => runMixed(session, jobs, now()), soon: queueMicrotask });
  const runUnit = <In, Out>(unit: Unit<In, Out>, input: In): Promise<Out> =>
    queue.push({ unit: unit as Unit<unknown, unknown>, input: copyPlain(input) }) as Promise<Out>;
  return {
    dialect: 'sqlite',
    gen,
    runUnit,
    run: (name, input) => runUnit(unitByName(name), input),
    async checkpoint() {
      // While a batch is under way the log cannot be copied to its end anyway; the next step will.
      if (!connection.isInTransaction()) connection.exec(`${housekeeping.copyLog}; ${housekeeping.giveBackPages}`);
    },
    async close() {
      await queue.close();
      connection.close();
    },
  };
}

/** Reads see only what is committed: they run between the group commits, in the order of arrival. */
async function runMixed(session: SqliteSession, jobs: readonly Job[], now: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < jobs.length;) {
    const job = jobs[at] as Job;
    if (job.unit.kind === 'read') {
      outcomes.push(await session.runRead(job, now));
      at += 1;
      continue;
    }
    const end = jobs.findIndex(({ unit }, index) => index > at && unit.kind === 'read');
    const writes = jobs.slice(at, end < 0 ? jobs.length : end);
    outcomes.push(...(await session.runWrites(writes, now)));
    at += writes.length;
  }
  return outcomes;
}
