import { AppError } from '#protocol/errors.ts';
import type { ChangeBatch } from '#sync/changes.ts';
import type { LocalStore, WriteTx } from '#sync/ports.ts';
import { changeRecorder } from './changeRecorder.ts';
import { waitFor, whenDone } from './idbRequests.ts';
import { idbReadTx, idbWriteTx } from './idbTransactions.ts';
import { tableNames, type PersonDatabase } from './personDatabase.ts';

/** Key of the row in `meta` that counts commits; see {@link ChangeBatch}. */
const counterKey = 'changes';

/** Why a database is not there any more: deleted or upgraded by another page of this site, or taken away by the browser. */
export type DatabaseEnd = 'deleted' | 'upgraded' | 'lost';

/**
 * The device's database. Dexie keeps the schema, opens and upgrades; transactions run on the bare IndexedDB connection, because the promise layer costs as
 * much as the work itself when a message is one row. A commit is one read-write transaction over all tables: commits of all tabs then run one after
 * the other, which is what makes the lease check and the commit numbers true. `onGone`: another tab deletes the database (log-out) or upgrades it (newer
 * version of the app), or the browser took it away; this store is closed for good then and answers UNAVAILABLE.
 */
export function dexieLocalStore(db: PersonDatabase, onGone?: (why: DatabaseEnd) => void): LocalStore {
  let isGone = false;
  const leave = (why: DatabaseEnd): void => {
    if (isGone) return;
    isGone = true;
    db.close();
    onGone?.(why);
  };
  db.on('versionchange', (event) => leave(event.newVersion === null ? 'deleted' : 'upgraded'));
  const connected = async (): Promise<IDBDatabase> => {
    // Opening again would make an empty database in place of the one that is being deleted.
    if (isGone) throw new AppError('UNAVAILABLE', { message: 'the database of this person is gone' });
    if (db.isOpen()) return db.backendDB();
    await db.open();
    const connection = db.backendDB();
    // Not for a close of our own, unlike Dexie's event of this name: the browser has cleared the data, or its files are broken.
    connection.addEventListener('close', () => leave('lost'));
    return connection;
  };
  return {
    read: async (tables, work) => work(idbReadTx((await connected()).transaction(tables, 'readonly'))),
    commit: async (work, options) => runCommit(await connected(), work, options?.epoch),
    close() {
      isGone = true;
      db.close();
    },
  };
}

async function runCommit<T>(
  connected: IDBDatabase,
  work: (tx: WriteTx) => Promise<T>,
  epoch: number | undefined,
): Promise<{ result: T; batch: ChangeBatch }> {
  const transaction = connected.transaction(tableNames, 'readwrite');
  const done = whenDone(transaction);
  const meta = transaction.objectStore('meta');
  try {
    // Under way before the work begins: one round less on the path of every message.
    const counter = waitFor<{ val: number } | undefined>(meta.get(counterKey));
    // Work that throws leaves it without a reader.
    counter.catch(() => undefined);
    const changes = changeRecorder();
    // The lease is looked at while the work goes on: what an engine without it writes is undone here, before anybody can see it.
    const lease = epoch === undefined ? undefined : checkLease(transaction, epoch);
    const [result] = await Promise.all([work(idbWriteTx(transaction, changes)), lease]);
    const before = (await counter)?.val ?? 0;
    if (changes.isEmpty()) {
      await done;
      return { result, batch: { num: 0, tables: {} } };
    }
    const num = before + 1;
    meta.put({ key: counterKey, val: num });
    transaction.commit();
    await done;
    return { result, batch: changes.toBatch(num) };
  } catch (error) {
    await undo(transaction, done);
    // A write that failed has ended the transaction under the work's hands: its own reason is the one to tell.
    throw transaction.error ?? error;
  }
}

/** An engine may write only while the lease is its own: this read and the writes are one transaction. */
async function checkLease(transaction: IDBTransaction, epoch: number): Promise<void> {
  const lease = await waitFor<{ epoch: number } | undefined>(transaction.objectStore('leases').get('engine'));
  if (lease?.epoch !== epoch) throw new AppError('FENCED');
}

/** Aborts and waits until the abort has happened, so that a caller who catches the error reads the old rows. */
async function undo(transaction: IDBTransaction, done: Promise<void>): Promise<void> {
  try {
    transaction.abort();
  } catch (error) {
    // A failed request has aborted it already.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
  await done.catch(() => undefined);
}
