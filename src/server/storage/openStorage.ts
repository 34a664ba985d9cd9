import type { OpenedStorage, StorageOptions } from './openedStorage.ts';

/** Which database: an embedded one in a file (or `:memory:`, for tests), or a PostgreSQL by its URL. */
export type StorageTarget = { kind: 'sqlite'; path: string } | { kind: 'postgres'; url: string };

/**
 * Opens and migrates the database. Throws StorageOpenError with a sentence for the operator when it cannot be opened, cannot be written, or was written
 * by a newer version.
 */
export async function openStorage(target: StorageTarget & StorageOptions): Promise<OpenedStorage> {
  // Only the driver that is used is loaded: each brings tens of milliseconds of code.
  if (target.kind === 'postgres') {
    const { openPostgres } = await import('./drivers/postgres.ts');
    return openPostgres(target.url, target);
  }
  if (target.path === ':memory:') {
    // A database in memory belongs to one connection, so it cannot be shared with threads.
    const { openSqliteLocal } = await import('./drivers/openSqliteLocal.ts');
    return openSqliteLocal(target.path, target);
  }
  const { openSqlite } = await import('./drivers/sqlite.ts');
  return openSqlite(target.path, target);
}
