import type { OpenedStorage, StorageOptions } from '../openedStorage.ts';
import { openSqliteLocal } from './openSqliteLocal.ts';

export function openSqlite(path: string, options: StorageOptions = {}): Promise<OpenedStorage> {
  return openSqliteLocal(path, options);
}
