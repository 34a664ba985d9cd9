import type { Account } from '#protocol/entities/user.ts';
import type { LeftBehind } from '#sync/changes.ts';
import type { DeviceId, UserId } from '#protocol/ids.ts';
import { waitFor, whenDone } from './idbRequests.ts';
import { kabarShape } from './kabarShape.ts';
import { openDatabase, type DatabaseShape } from './openDatabase.ts';

/** A person who logged in on this browser. Names the database `m-<uid>` to open before any network is asked. */
export interface AccountRecord {
  uid: UserId;
  deviceId: DeviceId;
  /** device clock, ms: the newest one is opened at start */
  lastUsed: number;
  account: Account;
  /** 1: the session is gone without the server's word that it was ended; the cache stays readable until the person leaves */
  ended?: 1;
  /** the server has logged this device out: what is still here of the person */
  left?: LeftBehind | undefined;
}

/**
 * What belongs to the device and to nobody: settings of looks, the last route, `leaving`: a log-out that the server has not heard of yet, so that its
 * cookie must not log the person in again; `persist`: the browser was asked to keep the data; `alertsLater`: until when (device clock, ms) nobody is asked
 * about alerts. `val` is plain data.
 */
export interface DeviceRecord {
  key: 'prefs' | 'route' | 'leaving' | 'persist' | 'alertsLater';
  val: unknown;
}

/** The small database that exists before anybody is logged in. */
export interface KabarDatabase {
  /** Both tables in one transaction: this read stands before the first paint. */
  readStart(): Promise<{ account: AccountRecord | undefined; device: ReadonlyMap<DeviceRecord['key'], unknown> }>;
  putAccount(account: AccountRecord): Promise<void>;
  /** Changes fields of a stored account; does nothing when it is not there. */
  changeAccount(uid: UserId, change: Partial<AccountRecord>): Promise<void>;
  deleteAccount(uid: UserId): Promise<void>;
  getAccount(uid: UserId): Promise<AccountRecord | undefined>;
  getDevice(key: DeviceRecord['key']): Promise<unknown>;
  putDevice(key: DeviceRecord['key'], val: unknown): Promise<void>;
}

/** Opens (and at first makes) the database `kabar`; after it was closed by another tab or the browser it opens anew at the next use. */
export function openKabarDatabase(): KabarDatabase {
  const begin = transactionsOf(kabarShape);
  const write = async (work: (stores: Stores) => Promise<unknown> | IDBRequest): Promise<void> => {
    const transaction = await begin('readwrite');
    const done = whenDone(transaction);
    await work(storesOf(transaction));
    await done;
  };
  return {
    async readStart() {
      const { accounts, device } = storesOf(await begin('readonly'));
      const [newest, records] = await Promise.all([
        waitFor<IDBCursorWithValue | null>(accounts.index('lastUsed').openCursor(null, 'prev')),
        waitFor<DeviceRecord[]>(device.getAll()),
      ]);
      return {
        account: newest?.value as AccountRecord | undefined,
        device: new Map(records.map(({ key, val }) => [key, val])),
      };
    },
    putAccount: (account) => write(({ accounts }) => accounts.put(account)),
    changeAccount: (uid, change) =>
      write(async ({ accounts }) => {
        const account = await waitFor<AccountRecord | undefined>(accounts.get(uid));
        if (account) accounts.put({ ...account, ...change });
      }),
    deleteAccount: (uid) => write(({ accounts }) => accounts.delete(uid)),
    getAccount: async (uid) => waitFor(storesOf(await begin('readonly')).accounts.get(uid)),
    getDevice: async (key) =>
      (await waitFor<DeviceRecord | undefined>(storesOf(await begin('readonly')).device.get(key)))?.val,
    putDevice: (key, val) => write(({ device }) => device.put({ key, val })),
  };
}

interface Stores {
  accounts: IDBObjectStore;
  device: IDBObjectStore;
}

const storesOf = (transaction: IDBTransaction): Stores => ({
  accounts: transaction.objectStore('accounts'),
  device: transaction.objectStore('device'),
});

/** Begins transactions over the whole database. */
function transactionsOf(database: DatabaseShape): (mode: IDBTransactionMode) => Promise<IDBTransaction> {
  let opening: Promise<IDBDatabase> | undefined;
  const connect = async (): Promise<IDBDatabase> => {
    const connection = await openDatabase(database);
    const forget = (): void => void (opening = undefined);
    // Another tab deletes or upgrades it: let go, or it waits for us.
    connection.addEventListener('versionchange', () => {
      connection.close();
      forget();
    });
    connection.addEventListener('close', forget);
    return connection;
  };
  return async (mode) => {
    const begin = async (): Promise<IDBTransaction> => {
      opening ??= connect();
      const connection = await opening;
      return connection.transaction([...connection.objectStoreNames], mode);
    };
    try {
      return await begin();
    } catch {
      // Closed without a word, as Safari does to a page that slept: a second try opens it anew, and has the error of its own if that was not the reason.
      opening = undefined;
      return begin();
    }
  };
}
