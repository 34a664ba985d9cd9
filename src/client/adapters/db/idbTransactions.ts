import type { LocalKeys, LocalTables, TableName } from '#sync/changes.ts';
import type { LocalKey, RangeQuery, ReadTx, WriteTx } from '#sync/ports.ts';
import type { ChangeRecorder } from './changeRecorder.ts';
import { waitFor } from './idbRequests.ts';

/** Reads inside a transaction. */
export function idbReadTx(transaction: IDBTransaction): ReadTx {
  return {
    get: (table, key) => waitFor(transaction.objectStore(table).get(key as IDBValidKey)),
    getMany: <Name extends TableName>(table: Name, keys: LocalKeys[Name][]) => {
      const store = transaction.objectStore(table);
      return Promise.all(keys.map((key) => waitFor<LocalTables[Name] | undefined>(store.get(key as IDBValidKey))));
    },
    range: (table, query) => readRange(transaction.objectStore(table), query),
    count: async (table, { from, to }) => {
      const span = toKeyRange(from, to);
      return span === 'empty' || span === null ? 0 : waitFor<number>(transaction.objectStore(table).count(span));
    },
  };
}

/** Reads and writes inside a transaction; `changes` hears of every write. */
export function idbWriteTx(transaction: IDBTransaction, changes: ChangeRecorder): WriteTx {
  return {
    ...idbReadTx(transaction),
    put: async (name, rows) => {
      if (rows.length === 0) return;
      const store = transaction.objectStore(name);
      const requests = rows.map((row) => store.put(row));
      if (!store.autoIncrement) {
        // Nobody has to wait for the answer: what is read later in this transaction sees the rows, and a put that fails undoes everything.
        changes.put(name, rows as LocalTables[typeof name][]);
        return;
      }
      // Requests succeed in order: with the last one all ids are there.
      await waitFor(requests.at(-1) as IDBRequest);
      changes.put(
        name,
        rows.map((row, i) => ({ ...row, id: requests[i]?.result }) as LocalTables[typeof name]),
      );
    },
    del: async (name, keys) => {
      if (keys.length === 0) return;
      const store = transaction.objectStore(name);
      for (const key of keys) store.delete(key as IDBValidKey);
      changes.del(name, keys);
    },
    delRange: async (name, from, to) => {
      const span = toKeyRange(from, to);
      if (span === 'empty' || span === null) return;
      const store = transaction.objectStore(name);
      const keys = await waitFor<LocalKeys[typeof name][]>(store.getAllKeys(span));
      if (keys.length === 0) return;
      await waitFor(store.delete(span));
      changes.del(name, keys);
    },
    wipe: async (names) => {
      await Promise.all(names.map((name) => waitFor(transaction.objectStore(name).clear())));
      for (const name of names) changes.wipe(name);
    },
  };
}

async function readRange<Name extends TableName>(
  store: IDBObjectStore,
  query: RangeQuery<Name>,
): Promise<LocalTables[Name][]> {
  const range = toKeyRange(query.from, query.to);
  if (range === 'empty' || query.limit === 0) return [];
  const source = query.index === ':primary' ? store : store.index(query.index);
  if (!query.reverse) return waitFor(source.getAll(range, query.limit));
  // One request for the whole page where the browser can read backwards, else a cursor: a request per row.
  if ('getAllRecords' in source) {
    const options = { query: range, direction: 'prev', ...(query.limit === undefined ? {} : { count: query.limit }) };
    return waitFor(source.getAll(options as unknown as IDBKeyRange));
  }
  return readBackwards(source, range, query.limit ?? Number.POSITIVE_INFINITY);
}

function readBackwards<Row>(
  source: IDBObjectStore | IDBIndex,
  range: IDBKeyRange | null,
  limit: number,
): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const rows: Row[] = [];
    const request = source.openCursor(range, 'prev');
    request.addEventListener('error', () => reject(request.error as DOMException));
    request.addEventListener('success', () => {
      const cursor = request.result;
      if (cursor) rows.push(cursor.value as Row);
      if (cursor && rows.length < limit) cursor.continue();
      else resolve(rows);
    });
  });
}

/** IndexedDB throws at a range whose ends are the wrong way round; for us that is a range without rows. */
function toKeyRange(from: LocalKey | undefined, to: LocalKey | undefined): IDBKeyRange | null | 'empty' {
  if (from === undefined) return to === undefined ? null : IDBKeyRange.upperBound(to);
  if (to === undefined) return IDBKeyRange.lowerBound(from);
  return indexedDB.cmp(from, to) > 0 ? 'empty' : IDBKeyRange.bound(from, to);
}
