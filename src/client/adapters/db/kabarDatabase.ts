import { Dexie, type EntityTable } from 'dexie';
import type { Account } from '#protocol/entities/user.ts';
import type { LeftBehind } from '#sync/changes.ts';
import type { DeviceId, UserId } from '#protocol/ids.ts';

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

/** Opens (and at first makes) the database `kabar`. */
export function openKabarDatabase(): KabarDatabase {
  const db = new Dexie('kabar') as Dexie & {
    accounts: EntityTable<AccountRecord, 'uid'>;
    device: EntityTable<DeviceRecord, 'key'>;
  };
  db.version(1).stores({ accounts: 'uid, lastUsed', device: 'key' });
  // Another tab deletes or upgrades it: let go, or it waits for us.
  db.on('versionchange', () => db.close({ disableAutoOpen: false }));
  return {
    readStart: () =>
      db.transaction('r', db.accounts, db.device, async () => {
        const [account, device] = await Promise.all([db.accounts.orderBy('lastUsed').last(), db.device.toArray()]);
        return { account, device: new Map(device.map(({ key, val }) => [key, val])) };
      }),
    putAccount: async (account) => void (await db.accounts.put(account)),
    changeAccount: async (uid, change) => void (await db.accounts.update(uid, change)),
    deleteAccount: (uid) => db.accounts.delete(uid),
    getAccount: async (uid) => db.accounts.get(uid),
    getDevice: async (key) => (await db.device.get(key))?.val,
    putDevice: async (key, val) => void (await db.device.put({ key, val })),
  };
}
