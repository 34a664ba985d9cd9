import type { UserId } from '#protocol/ids.ts';
import type { DraftRow, OutboxEntry } from '#sync/changes.ts';
import { cacheVersion, readCacheVersion } from '#sync/cacheVersion.ts';
import type { LocalStore, Log, WriteTx } from '#sync/ports.ts';
import { renewCache } from '#sync/wipeCaches.ts';
import { deletePersonDatabase } from './deletePersonDatabase.ts';
import { dexieLocalStore, type DatabaseEnd } from './dexieLocalStore.ts';
import { waitFor } from './idbRequests.ts';
import { personDatabase, personDatabaseName } from './personDatabase.ts';

/** A person's store, or `damaged`: this browser cannot keep data at all. */
export type OpenedStore = { store: LocalStore } | { failed: 'damaged' };

/** What a person would miss most when the cache has to be made anew: everything else comes back from the server. */
interface Salvage {
  outbox: OutboxEntry[];
  drafts: DraftRow[];
}

/**
 * Opens a person's database. One that cannot be opened or read is deleted and made anew: the cache fills itself from the server, and what was waiting to be
 * sent is carried over as far as it can still be read. A database to which a newer version of the app has added something opens as well: versions only add.
 */
export async function openPersonStore(uid: UserId, log: Log, onGone: (why: DatabaseEnd) => void): Promise<OpenedStore> {
  try {
    return { store: await openChecked(uid, onGone) };
  } catch (error) {
    log.warn('db.unreadable', { error: String(error) });
  }
  try {
    const salvage = await salvageFrom(personDatabaseName(uid), log);
    await deletePersonDatabase(uid);
    const store = await openChecked(uid, onGone);
    await store.commit(async (tx) => {
      await tx.put('outbox', salvage.outbox);
      // The bytes of their files went with the database.
      const texts = salvage.drafts.map(({ files: _files, ...draft }) => draft);
      await tx.put(
        'drafts',
        texts.filter(({ text, re, edit }) => text !== '' || re !== undefined || edit !== undefined),
      );
    });
    return { store };
  } catch (error) {
    log.warn('db.hopeless', { error: String(error) });
    return { failed: 'damaged' };
  }
}

/** Opening alone does not touch the data: the smallest tables are read to see that it can be. Rows of another version of the app are dropped before anybody reads them. */
async function openChecked(uid: UserId, onGone: (why: DatabaseEnd) => void): Promise<LocalStore> {
  const store = dexieLocalStore(personDatabase(uid), onGone);
  try {
    const version = await store.read(['meta', 'leases'], readCacheVersion);
    if (version !== cacheVersion) await store.commit(takeOver);
    return store;
  } catch (error) {
    // Left open, it would stand in the way of its own repair, and take that for a log-out elsewhere.
    store.close();
    throw error;
  }
}

/** The engine of the other version loses its lease in the same transaction, so that it cannot write its rows between these. */
async function takeOver(tx: WriteTx): Promise<void> {
  await renewCache(tx, cacheVersion);
  const lease = await tx.get('leases', 'engine');
  if (lease) await tx.put('leases', [{ ...lease, epoch: lease.epoch + 1 }]);
}

async function salvageFrom(name: string, log: Log): Promise<Salvage> {
  try {
    const db = await waitFor<IDBDatabase>(indexedDB.open(name));
    const readAll = <Row>(table: string): Promise<Row[]> =>
      db.objectStoreNames.contains(table)
        ? waitFor<Row[]>(db.transaction(table).objectStore(table).getAll())
        : Promise.resolve([]);
    const salvage = { outbox: await readAll<OutboxEntry>('outbox'), drafts: await readAll<DraftRow>('drafts') };
    db.close();
    return salvage;
  } catch (error) {
    log.warn('db.nothingSaved', { error: String(error) });
    return { outbox: [], drafts: [] };
  }
}
