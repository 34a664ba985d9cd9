import { openPostgres } from './drivers/postgres.ts';
import { openSqliteLocal } from './drivers/openSqliteLocal.ts';
import { openSqlite } from './drivers/sqlite.ts';
import type { OpenedStorage, StorageOptions } from './openedStorage.ts';

/** Which database: an embedded one in a file (or `:memory:`, for tests), or a PostgreSQL by its URL. */
export type StorageTarget = { kind: 'sqlite'; path: string } | { kind: 'postgres'; url: string };

/**
 * Opens and migrates the database. Throws StorageOpenError with a sentence for the operator when it cannot be opened, cannot be written, or was written
 * by a newer version.
 */
export function openStorage(target: StorageTarget & StorageOptions): Promise<OpenedStorage> {
  if (target.kind === 'postgres') return openPostgres(target.url, target);
  // A database in memory belongs to one connection, so it cannot be shared with workers.
  return target.path === ':memory:' ? openSqliteLocal(target.path, target) : openSqlite(target.path, target);
}
