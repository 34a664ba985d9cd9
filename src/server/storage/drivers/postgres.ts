import type { LocalStorage, StorageOptions } from '../openedStorage.ts';

export function openPostgres(_url: string, _options: StorageOptions = {}): Promise<LocalStorage> {
  return Promise.reject(new Error('not yet'));
}
