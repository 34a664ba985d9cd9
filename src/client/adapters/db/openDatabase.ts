import { waitFor } from './idbRequests.ts';
import { makeInWorker } from './makeInWorker.ts';

/** What a database holds from one of its versions on. */
export interface DatabaseVersion {
  /** all stores by name in Dexie's notation; each says its primary key, then its indexes, e.g. `'[c+s], need'`. `++` before the key: the browser counts it */
  stores: Readonly<Record<string, string>>;
  /** Changes rows that the version before has written, in the transaction that installs this one. Only requests of this transaction may be awaited. */
  upgrade?(transaction: IDBTransaction): Promise<void>;
}

/** A database by its history, oldest version first. A version only adds to the one before, so that an older app can still use what a newer one has made. */
export interface DatabaseShape {
  name: string;
  versions: readonly DatabaseVersion[];
}

/** Dexie numbers versions so: ten of the browser's for each of ours. */
const numberStep = 10;
/** Safari loses its connection to the disk now and then and says no more than "unknown"; it is back at once. */
const retries = 2;

/**
 * Opens a database; makes it, or brings it up to date, where that is needed. One that a newer version of the app has extended opens as it is. Whoever opens must
 * let go at `versionchange`, or other tabs wait. Rejects with the browser's DOMException, or with what an upgrade has thrown: the database is then as it was.
 */
export async function openDatabase(shape: DatabaseShape, triesLeft = retries): Promise<IDBDatabase> {
  try {
    return await openOrMake(shape);
  } catch (error) {
    if (error instanceof Error && error.name === 'UnknownError' && triesLeft > 0)
      return openDatabase(shape, triesLeft - 1);
    throw error;
  }
}

async function openOrMake(shape: DatabaseShape): Promise<IDBDatabase> {
  const there = await openAsIs(shape.name);
  if (there && there.version >= shape.versions.length * numberStep) return there;
  there?.close();
  await make(shape);
  return waitFor<IDBDatabase>(indexedDB.open(shape.name));
}

/** In a worker where there is one: then the page need not load the library. */
async function make(shape: DatabaseShape): Promise<void> {
  if (isKnown(shape.name) && (await makeInWorker(shape.name))) return;
  const { makeDatabase } = await import('./makeDatabase.ts');
  await makeDatabase(shape);
}

/** The worker knows the databases of the product by their names. */
const isKnown = (name: string): boolean => name === 'kabar' || /^m-\d+$/.test(name);

/** A database in whatever version it is; undefined where there is none, and none is left behind then. */
async function openAsIs(name: string): Promise<IDBDatabase | undefined> {
  const opening = indexedDB.open(name);
  let isNew = false;
  opening.addEventListener('upgradeneeded', () => {
    isNew = true;
    opening.transaction?.abort();
  });
  try {
    return await waitFor<IDBDatabase>(opening);
  } catch (error) {
    if (isNew) return undefined;
    throw error;
  }
}
