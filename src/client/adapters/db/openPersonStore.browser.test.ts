import { describe, expect, it, vi } from 'vitest';
import type { UserId } from '#protocol/ids.ts';
import { toChatId, toUserId } from '#protocol/casts.ts';
import { cacheVersion } from '#sync/cacheVersion.ts';
import type { LocalStore, NewRow } from '#sync/ports.ts';
import { waitFor } from './idbRequests.ts';
import { deletePersonDatabase } from './deletePersonDatabase.ts';
import { openPersonStore } from './openPersonStore.ts';
import { personDatabaseName } from './personDatabase.ts';

let next = Math.floor(performance.timeOrigin) + 500_000;
const newUid = (): UserId => toUserId(next++);
const log = { debug: () => undefined, warn: () => undefined };
const entry = {
  i: 'a',
  lane: 'u',
  action: { t: 'prefSet', key: 'k', val: '1', op: 'o' },
  state: 'queued',
  tried: 0,
  tries: 0,
  nextAt: 0,
  at: 0,
} as unknown as NewRow<'outbox'>;

async function open(uid: UserId, gone: string[] = []): Promise<LocalStore> {
  const opened = await openPersonStore(uid, log, (why) => gone.push(why));
  if ('failed' in opened) throw new Error(opened.failed);
  return opened.store;
}

describe('openPersonStore', () => {
  it('makes a database that cannot be read anew, and carries over what was waiting to be sent', async () => {
    const uid = newUid();
    const before = await open(uid);
    await before.commit(async (tx) => {
      await tx.put('outbox', [entry]);
      await tx.put('drafts', [{ c: toChatId(5), text: 'half a thought', at: undefined, updated: 1 }]);
      await tx.put('meta', [{ key: 'gen', val: 'old' }]);
    });
    before.close();
    // A disk that cannot give back one of the tables, until the files are made anew.
    let isBroken = true;
    const real = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      if (isBroken && [args[0]].flat().includes('leases')) throw new DOMException('bad block', 'UnknownError');
      return real.apply(this, args);
    });
    const realDelete = IDBFactory.prototype.deleteDatabase;
    vi.spyOn(IDBFactory.prototype, 'deleteDatabase').mockImplementation(function (this: IDBFactory, name) {
      isBroken = false;
      return realDelete.call(this, name);
    });
    const gone: string[] = [];
    const store = await open(uid, gone);
    vi.restoreAllMocks();
    // The repair itself is nobody's log-out.
    expect(gone).toEqual([]);
    const rows = await store.read(['outbox', 'drafts', 'meta'], async (tx) => ({
      outbox: await tx.range('outbox', { index: ':primary' }),
      draft: await tx.get('drafts', toChatId(5)),
      gen: await tx.get('meta', 'gen'),
    }));
    expect(rows.outbox.map(({ i }) => i)).toEqual(['a']);
    expect(rows.draft?.text).toBe('half a thought');
    expect(rows.gen).toBeUndefined();
    store.close();
  });

  it('E11: drops rows of another version of the app before anybody reads them, and fences its engine', async () => {
    const uid = newUid();
    const before = await open(uid);
    await before.commit(async (tx) => {
      await tx.put('outbox', [entry]);
      await tx.put('chats', [{ c: toChatId(5), shape: 'of long ago' } as never]);
      await tx.put('leases', [{ name: 'engine', epoch: 4, tab: 't' }]);
      await tx.put('meta', [{ key: 'cacheVer', val: cacheVersion + 1 }]);
    });
    const store = await open(uid);
    const late = before.commit((tx) => tx.put('meta', [{ key: 'gen', val: 'late' }]), { epoch: 4 });
    await expect(late).rejects.toMatchObject({ code: 'FENCED' });
    const rows = await store.read(['outbox', 'chats', 'meta'], async (tx) => ({
      outbox: await tx.range('outbox', { index: ':primary' }),
      chats: await tx.range('chats', { index: ':primary' }),
      version: (await tx.get('meta', 'cacheVer'))?.val,
    }));
    expect(rows.outbox.map(({ i }) => i)).toEqual(['a']);
    expect([rows.chats, rows.version]).toEqual([[], cacheVersion]);
    before.close();
    store.close();
  });

  it('says so when this browser cannot keep data at all', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('storage is off', 'UnknownError');
    });
    const opened = await openPersonStore(newUid(), log, () => undefined);
    vi.restoreAllMocks();
    expect(opened).toEqual({ failed: 'damaged' });
  });

  it('reads a database to which a newer version of the app has added something', async () => {
    const uid = newUid();
    const before = await open(uid);
    await before.commit((tx) => tx.put('meta', [{ key: 'gen', val: 'kept' }]));
    before.close();
    const upgrade = indexedDB.open(personDatabaseName(uid), 90);
    upgrade.addEventListener('upgradeneeded', () => upgrade.result.createObjectStore('future'));
    (await waitFor<IDBDatabase>(upgrade)).close();
    const store = await open(uid);
    expect((await store.read(['meta'], (tx) => tx.get('meta', 'gen')))?.val).toBe('kept');
    store.close();
  });

  it('lets go when another tab deletes the database, and does not make an empty one in its place', async () => {
    const uid = newUid();
    const gone: string[] = [];
    const store = await open(uid, gone);
    await deletePersonDatabase(uid);
    expect(gone).toEqual(['deleted']);
    await expect(store.read(['meta'], (tx) => tx.get('meta', 'changes'))).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(personDatabaseName(uid));
  });

  it('counts commits of two tabs in one row of numbers', async () => {
    const uid = newUid();
    const [one, two] = [await open(uid), await open(uid)];
    const write = (store: LocalStore, key: string): Promise<number> =>
      store.commit((tx) => tx.put('meta', [{ key, val: 1 }])).then(({ batch }) => batch.num);
    const nums = await Promise.all(Array.from({ length: 20 }, (_, index) => write(index % 2 ? one : two, `k${index}`)));
    expect(nums.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    one.close();
    two.close();
  });
});
