import { Dexie } from 'dexie';
import type { DatabaseShape } from './openDatabase.ts';

/**
 * Makes a database, or brings it up to date, by its history. Loaded only where that is needed: a database that is as it should be is opened without a library. Rejects
 * with the browser's error, or with what an upgrade has thrown: the database is then as it was.
 */
export async function makeDatabase({ name, versions }: DatabaseShape): Promise<void> {
  const database = new Dexie(name, { cache: 'disabled' });
  for (const [index, { stores, upgrade }] of versions.entries()) {
    const version = database.version(index + 1).stores(stores);
    if (upgrade) version.upgrade(({ idbtrans }) => upgrade(idbtrans));
  }
  try {
    await database.open();
  } finally {
    database.close();
  }
}
