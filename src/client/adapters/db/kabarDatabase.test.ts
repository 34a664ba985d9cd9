import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toUserId } from '#protocol/casts.ts';
import { waitFor } from './idbRequests.ts';
import { openKabarDatabase, type AccountRecord } from './kabarDatabase.ts';

const recordOf = (uid: number, lastUsed: number): AccountRecord =>
  ({ uid: toUserId(uid), deviceId: 'd', lastUsed, account: { name: `n${uid}` } }) as unknown as AccountRecord;

describe('the database of the device', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    Dexie.dependencies.indexedDB = globalThis.indexedDB;
  });
  afterEach(() => vi.restoreAllMocks());

  it('knows nobody at first, then who was here last, and the settings', async () => {
    const kabar = openKabarDatabase();
    expect(await kabar.readStart()).toEqual({ account: undefined, device: new Map() });
    await kabar.putAccount(recordOf(1, 50));
    await kabar.putAccount(recordOf(2, 40));
    await kabar.putDevice('route', '/chats/5');
    expect(await kabar.readStart()).toEqual({ account: recordOf(1, 50), device: new Map([['route', '/chats/5']]) });
    expect(await kabar.getDevice('route')).toBe('/chats/5');
    expect(await kabar.getDevice('leaving')).toBeUndefined();
  });

  it('changes the fields of an account that is there, and makes none that is not', async () => {
    const kabar = openKabarDatabase();
    await kabar.putAccount(recordOf(1, 50));
    await kabar.changeAccount(toUserId(1), { ended: 1 });
    await kabar.changeAccount(toUserId(2), { ended: 1 });
    expect(await kabar.getAccount(toUserId(1))).toEqual({ ...recordOf(1, 50), ended: 1 });
    expect(await kabar.getAccount(toUserId(2))).toBeUndefined();
    await kabar.deleteAccount(toUserId(1));
    expect((await kabar.readStart()).account).toBeUndefined();
  });

  it('lets go when it is deleted, and is made anew at the next use', async () => {
    const kabar = openKabarDatabase();
    await kabar.putAccount(recordOf(1, 50));
    await waitFor(indexedDB.deleteDatabase('kabar'));
    expect(await kabar.getAccount(toUserId(1))).toBeUndefined();
    await kabar.putAccount(recordOf(2, 50));
    expect((await kabar.readStart()).account?.uid).toBe(2);
  });

  it('opens anew where the browser has closed it without a word', async () => {
    const kabar = openKabarDatabase();
    await kabar.putDevice('route', '/chats/5');
    const lost = vi.spyOn(Object.getPrototypeOf(await waitFor(indexedDB.open('kabar'))), 'transaction');
    lost.mockImplementationOnce(() => {
      throw new DOMException('the connection is closing', 'InvalidStateError');
    });
    expect(await kabar.getDevice('route')).toBe('/chats/5');
    expect(lost).toHaveBeenCalledTimes(2);
  });

  it('says when a write was refused', async () => {
    const kabar = openKabarDatabase();
    await expect(kabar.putDevice('route', () => undefined)).rejects.toMatchObject({ name: 'DataCloneError' });
    expect(await kabar.getDevice('route')).toBeUndefined();
  });

  it('reads what builds with another library have written', async () => {
    const old = new Dexie('kabar');
    old.version(1).stores({ accounts: 'uid, lastUsed', device: 'key' });
    await old.table('accounts').bulkPut([recordOf(1, 40), recordOf(2, 50)]);
    await old.table('device').put({ key: 'leaving', val: true });
    old.close();
    const kabar = openKabarDatabase();
    expect(await kabar.readStart()).toEqual({ account: recordOf(2, 50), device: new Map([['leaving', true]]) });
  });
});
