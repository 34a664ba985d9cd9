import { randomUUID } from 'node:crypto';
import { invariant } from '#base/invariant.ts';
import type { Connection } from './drivers/connection.ts';
import type { Dialect, Migration } from './migrations/migration.ts';
import { StorageOpenError } from './storageOpenError.ts';

/** Runs `work` in a transaction that excludes other programs that migrate. */
export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Brings a database to the newest schema, one transaction per step, and answers its data generation (a UUID made once).
 * Throws StorageOpenError when the database is newer than this program: older code would not keep what it does not know.
 */
export async function migrate(
  connection: Connection,
  dialect: Dialect,
  exclusive: Exclusive,
  migrations: readonly Migration[],
): Promise<string> {
  await exclusive(async () => {
    await connection.query('CREATE TABLE IF NOT EXISTS meta (key text PRIMARY KEY, val text NOT NULL)', []);
    await connection.sql(`INSERT INTO meta (key, val) VALUES ('schema', '0') ON CONFLICT DO NOTHING`, []);
    await connection.sql(`INSERT INTO meta (key, val) VALUES ('gen', ?) ON CONFLICT DO NOTHING`, [randomUUID()]);
  });
  for (let isDone = false; !isDone;) {
    // Each step reads the number again: another program may have taken the step meanwhile.
    isDone = await exclusive(() => takeStep(connection, dialect, migrations));
  }
  return readMeta(connection, 'gen');
}

/** Takes the next step, if there is one; answers whether the schema is complete. */
async function takeStep(connection: Connection, dialect: Dialect, migrations: readonly Migration[]): Promise<boolean> {
  const reached = Number(await readMeta(connection, 'schema'));
  if (reached > migrations.length) {
    throw new StorageOpenError(
      `This database has schema ${reached}, but this version of Kabar knows only schema ${migrations.length}. Start the newer version that wrote it, or restore a backup made before the update.`,
    );
  }
  const next = migrations[reached];
  if (!next) return true;
  for (const statement of next.statements(dialect)) {
    // Statements of a step build on each other.
    await connection.query(statement, []);
  }
  await connection.sql(`UPDATE meta SET val = ? WHERE key = 'schema'`, [String(reached + 1)]);
  return false;
}

async function readMeta(connection: Connection, key: string): Promise<string> {
  const [row] = (await connection.sql('SELECT val FROM meta WHERE key = ?', [key])) as { val: string }[];
  invariant(row, `meta has ${key}`);
  return row.val;
}
