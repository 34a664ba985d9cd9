import { AppError } from '#protocol/errors.ts';
import type { ChangeBatch } from '#sync/changes.ts';
import type { LocalStore, WriteTx } from '#sync/ports.ts';
import { changeRecorder } from './changeRecorder.ts';
import { abort, waitFor, whenDone } from './idbRequests.ts';
import { idbReadTx, idbWriteTx } from './idbTransactions.ts';
import { openDatabase, type DatabaseShape } from './openDatabase.ts';
import { tableNames } from './personDatabase.ts';

/** Key of the row in `meta` that counts commits; see {@link ChangeBatch}. */
const counterKey = 'changes';

/** Why a database is not there any more: deleted or upgraded by another page of this site, or taken away by the browser. */
export type DatabaseEnd = 'deleted' | 'upgraded' | 'lost';

/**
 * The device's database, on the bare IndexedDB connection: a promise layer would cost as much as the work itself when a message is one row. It opens at its first
 * use. A commit is one read-write transaction over all tables: commits of all tabs then run one after the other, which is what makes the lease check and the
 * commit numbers true. `onGone`: another tab deletes the database (log-out) or upgrades it (newer version of the app), or the browser took it away; this store
 * is closed for good then and answers UNAVAILABLE.
 */
export function dexieLocalStore(shape: DatabaseShape, onGone?: (why: DatabaseEnd) => void): LocalStore {
  let isGone = false;
  let opening: Promise<IDBDatabase> | undefined;
  const close = (): void => {
    isGone = true;
    // One that is still being opened closes itself.
    opening?.then((connection) => connection.close()).catch(() => undefined);
  };
  const leave = (why: DatabaseEnd, connection: IDBDatabase): void => {
    if (isGone) return;
    connection.close();
    close();
    onGone?.(why);
  };
  const connect = async (): Promise<IDBDatabase> => {
    const connection = await openDatabase(shape);
    connection.addEventListener('versionchange', (event) =>
      leave(event.newVersion === null ? 'deleted' : 'upgraded', connection),
    );
    // Not for a close of our own: the browser has cleared the data, or its files are broken.
    connection.addEventListener('close', () => leave('lost', connection));
    return connection;
  };
  const connected = async (): Promise<IDBDatabase> => {
    if (!isGone) {
      opening ??= connect();
      try {
        const connection = await opening;
        if (!isGone) return connection;
      } catch (error) {
        // The next use may have more luck.
        opening = undefined;
        throw error;
      }
    }
    // Opening again would make an empty database in place of the one that is being deleted.
    throw new AppError('UNAVAILABLE', { message: 'the database of this person is gone' });
  };
  return {
    read: async (tables, work) => work(idbReadTx((await connected()).transaction(tables, 'readonly'))),
    commit: async (work, options) => runCommit(await connected(), work, options?.epoch),
    close,
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
  abort(transaction);
  await done.catch(() => undefined);
}
