import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { migrate, type Exclusive } from '../migrate.ts';
import { migrations as allMigrations } from '../migrations/migrations.ts';
import type { Migration } from '../migrations/migration.ts';
import { StorageOpenError } from '../storageOpenError.ts';
import { openSqliteConnection, type SqliteConnection } from './sqliteConnection.ts';

/**
 * Opens the writing connection and migrates. Makes the folder if it is missing; a folder or file that cannot be written, or a file that is no
 * database, is a StorageOpenError with its path.
 */
export async function openSqliteDatabase(
  path: string,
  migrations: readonly Migration[] = allMigrations,
): Promise<{ connection: SqliteConnection; gen: string }> {
  const connection = openFile(path);
  const exclusive: Exclusive = async (work) => {
    connection.exec('BEGIN IMMEDIATE');
    try {
      const value = await work();
      connection.exec('COMMIT');
      return value;
    } catch (error) {
      if (connection.isInTransaction()) connection.exec('ROLLBACK');
      throw error;
    }
  };
  try {
    return { connection, gen: await migrate(connection, 'sqlite', exclusive, migrations) };
  } catch (error) {
    connection.close();
    throw error instanceof StorageOpenError ? error : cannotOpen(path, error);
  }
}

function openFile(path: string): SqliteConnection {
  try {
    if (path !== ':memory:') {
      const folder = dirname(path);
      // Everybody's messages are in there: a new folder is for the server's user alone.
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      accessSync(folder, constants.W_OK);
    }
    return openSqliteConnection(path);
  } catch (error) {
    throw cannotOpen(path, error);
  }
}

function cannotOpen(path: string, error: unknown): StorageOpenError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StorageOpenError(
    `The database ${path} cannot be opened for writing: ${reason}. Check that its folder exists and belongs to the user who starts the server.`,
    error,
  );
}
