import { Dexie } from 'dexie';
import type { UserId } from '#protocol/ids.ts';
import { personDatabaseName } from './personDatabase.ts';

/** Deletes everything a person has on this device. Other tabs that still have it open let go of it by themselves. */
export function deletePersonDatabase(uid: UserId): Promise<void> {
  return Promise.resolve(Dexie.delete(personDatabaseName(uid)));
}
