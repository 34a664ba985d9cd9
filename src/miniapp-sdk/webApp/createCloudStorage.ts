import type { CustomCallback, CustomMethods } from './createCustomMethods.ts';

/** `WebApp.CloudStorage`: texts that the messenger's server keeps for this person and app. */
export interface CloudStorage {
  setItem(key: string, value: string, callback?: CustomCallback): CloudStorage;
  getItem(key: string, callback?: CustomCallback): CloudStorage;
  getItems(keys: string[], callback?: CustomCallback): CloudStorage;
  removeItem(key: string, callback?: CustomCallback): CloudStorage;
  removeItems(keys: string[], callback?: CustomCallback): CloudStorage;
  getKeys(callback?: CustomCallback): CloudStorage;
}

/** Makes the {@link CloudStorage}. Limits are the server's matter; an error comes as the callback's first value. */
export function createCloudStorage({ invokeCustomMethod }: CustomMethods): CloudStorage {
  const call = (method: string, params: unknown, callback?: CustomCallback) => {
    invokeCustomMethod(method, params, callback);
    return storage;
  };
  const storage: CloudStorage = {
    setItem: (key, value, callback) => call('saveStorageValue', { key, value }, callback),
    getItem: (key, callback) =>
      call('getStorageValues', { keys: [key] }, (error, result) =>
        error === null
          ? callback?.(null, (result as Record<string, unknown> | undefined)?.[key] ?? '')
          : callback?.(error),
      ),
    getItems: (keys, callback) => call('getStorageValues', { keys }, callback),
    removeItem: (key, callback) => call('deleteStorageValues', { keys: [key] }, callback),
    removeItems: (keys, callback) => call('deleteStorageValues', { keys }, callback),
    getKeys: (callback) => call('getStorageKeys', {}, callback),
  };
  return storage;
}
