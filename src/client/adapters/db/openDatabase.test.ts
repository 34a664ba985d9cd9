import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { waitFor } from './idbRequests.ts';
import { openDatabase, type DatabaseShape } from './openDatabase.ts';

let next = 1;
const first = { stores: { notes: '++id, lane, [lane+id]' } };
const shapeOf = (...versions: DatabaseShape['versions']): DatabaseShape => ({ name: `test-${next++}`, versions });
const put = (db: IDBDatabase, row: object) =>
  waitFor(db.transaction('notes', 'readwrite').objectStore('notes').put(row));
const read = (db: IDBDatabase) => waitFor(db.transaction('notes').objectStore('notes').getAll());

describe('openDatabase', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('makes all stores of the newest version, and upgrades nothing where nothing is', async () => {
    const upgrade = vi.fn<(transaction: IDBTransaction) => Promise<void>>(async () => undefined);
    const db = await openDatabase(shapeOf(first, { stores: { ...first.stores, pairs: '[a+b]' }, upgrade }));
    const notes = db.transaction('notes').objectStore('notes');
    expect([db.version, [...db.objectStoreNames]]).toEqual([20, ['notes', 'pairs']]);
    expect([notes.keyPath, notes.autoIncrement, [...notes.indexNames]]).toEqual(['id', true, ['[lane+id]', 'lane']]);
    expect(notes.index('[lane+id]').keyPath).toEqual(['lane', 'id']);
    expect(db.transaction('pairs').objectStore('pairs').keyPath).toEqual(['a', 'b']);
    expect(upgrade).not.toHaveBeenCalled();
    db.close();
  });

  it('runs every version between the one that is there and the newest, in order, and keeps the rows', async () => {
    const old = shapeOf(first);
    const before = await openDatabase(old);
    await put(before, { lane: 'a' });
    before.close();
    const mark = (by: string) => async (transaction: IDBTransaction) => {
      const store = transaction.objectStore('notes');
      for (const row of await waitFor<{ seen?: string }[]>(store.getAll()))
        store.put({ ...row, seen: (row.seen ?? '') + by });
    };
    const second = { stores: { notes: '++id, lane, [lane+id], seen' }, upgrade: mark('2') };
    const third = { stores: { ...second.stores, more: 'id' }, upgrade: mark('3') };
    const db = await openDatabase({ ...old, versions: [first, second, third] });
    expect([db.version, [...db.objectStoreNames]]).toEqual([30, ['more', 'notes']]);
    expect([...db.transaction('notes').objectStore('notes').indexNames]).toContain('seen');
    expect(await read(db)).toEqual([{ id: 1, lane: 'a', seen: '23' }]);
    db.close();
  });

  it('leaves the database as it was when an upgrade fails, and tells why', async () => {
    const old = shapeOf(first);
    const before = await openDatabase(old);
    await put(before, { lane: 'a' });
    before.close();
    const second = {
      stores: { ...first.stores, more: 'id' },
      upgrade: async (transaction: IDBTransaction) => {
        await waitFor(transaction.objectStore('notes').clear());
        throw new Error('a row of no known shape');
      },
    };
    await expect(openDatabase({ ...old, versions: [first, second] })).rejects.toThrow('a row of no known shape');
    const after = await openDatabase(old);
    expect([after.version, [...after.objectStoreNames], await read(after)]).toEqual([
      10,
      ['notes'],
      [{ id: 1, lane: 'a' }],
    ]);
    after.close();
  });

  it('opens what a newer version of the app has extended as it is', async () => {
    const old = shapeOf(first);
    const newer = await openDatabase({ ...old, versions: [first, { stores: { ...first.stores, more: 'id' } }] });
    await put(newer, { lane: 'a' });
    newer.close();
    const db = await openDatabase(old);
    expect([db.version, await read(db)]).toEqual([20, [{ id: 1, lane: 'a' }]]);
    db.close();
  });

  it('tries again when the browser does not know what went wrong, but not for ever', async () => {
    const real = indexedDB.open.bind(indexedDB);
    let failures = 2;
    const open = vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
      if (failures-- > 0) throw new DOMException('connection lost', 'UnknownError');
      return real(...args);
    });
    (await openDatabase(shapeOf(first))).close();
    expect(open.mock.calls.length).toBeGreaterThan(2);
    failures = 3;
    await expect(openDatabase(shapeOf(first))).rejects.toThrow('connection lost');
  });

  it('is made by the page itself where the worker for it cannot be had: that is no fault of the database', async () => {
    class DeadWorker extends EventTarget {
      postMessage(): void {
        queueMicrotask(() => this.dispatchEvent(new Event('error')));
      }
      terminate(): void {
        ended.push('ended');
      }
    }
    const ended: string[] = [];
    vi.stubGlobal('Worker', DeadWorker);
    vi.stubGlobal('document', {});
    const db = await openDatabase({ name: 'm-1', versions: [first] });
    expect([[...db.objectStoreNames], ended]).toEqual([['notes'], ['ended']]);
    db.close();
  });
});
