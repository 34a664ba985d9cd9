import type { UserId } from '#protocol/ids.ts';
import { waitFor } from './idbRequests.ts';
import { personDatabaseName } from './personDatabase.ts';

/** Deletes everything a person has on this device. Other tabs that still have it open let go of it by themselves. */
export async function deletePersonDatabase(uid: UserId): Promise<void> {
  await waitFor(indexedDB.deleteDatabase(personDatabaseName(uid)));
}
