import { callServer } from './callServer.ts';
import type { Talk } from './createTalk.ts';
import type { KabarStorage } from './sdkTypes.ts';

/** Makes the {@link KabarStorage}. An empty text counts as no value: the wire knows no difference. */
export function createKabarStorage(talk: Talk): KabarStorage {
  const getMany = async (keys: string[]) =>
    (await callServer(talk, 'getStorageValues', { keys })) as Record<string, string>;
  return {
    get: async (key) => (await getMany([key]))[key] || undefined,
    getMany,
    set: async (key, value) => void (await callServer(talk, 'saveStorageValue', { key, value })),
    remove: async (...keys) => void (await callServer(talk, 'deleteStorageValues', { keys })),
    keys: async () => (await callServer(talk, 'getStorageKeys', {})) as string[],
  };
}
