import { copyPlain } from '#base/copyPlain.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChangeBatch, LocalKeys, LocalTables, TableName } from '#sync/changes.ts';
import type { LocalKey, LocalStore, NewRow, RangeQuery, ReadTx, WriteTx } from '#sync/ports.ts';
import { compareKeys, indexKeyOf, primaryKeyOf, tableNames } from './memoryTables.ts';

type AnyRow = LocalTables[TableName];
type AnyKey = LocalKeys[TableName];
interface Held {
  key: AnyKey;
  row: AnyRow;
}
type Data = Map<TableName, Map<string, Held>>;

/** Key of the row in `meta` that counts commits; see {@link ChangeBatch}. */
const counterKey = 'changes';

/** Rows in memory, as several handles may share them. */
export interface MemoryData {
  tables: Data;
  /** last auto-increment id by table; an undone transaction gives its ids back */
  ids: Map<TableName, number>;
  queue: Promise<unknown>;
  /** Hears what a commit wrote just before it becomes visible; what it throws undoes the commit. */
  beforeCommit?: ((batch: ChangeBatch) => void) | undefined;
}

/** Rows of one table, for filling a store or looking into it. */
export type TableRows = { [Name in TableName]?: readonly LocalTables[Name][] };

/** Makes the data of a store. `rows` are in it from the beginning, without a commit; `num`: number of the last commit that they contain. */
export function memoryData(rows: TableRows = {}, num = 0): MemoryData {
  const tables: Data = new Map(tableNames.map((name) => [name, new Map()]));
  const ids = new Map<TableName, number>();
  for (const name of tableNames)
    for (const row of rows[name] ?? []) hold(tables.get(name) as Map<string, Held>, name, withId(name, row, ids));
  if (num > 0) hold(tables.get('meta') as Map<string, Held>, 'meta', { key: counterKey, val: num });
  return { tables, ids, queue: Promise.resolve() };
}

/**
 * A store in memory: what a device works with that cannot keep anything. Transactions run one after the other and see copies, so no caller can change a
 * stored row. Closing a handle leaves the data to the others.
 */
export function memoryStore(shared: MemoryData = memoryData()): LocalStore {
  let closed = false;
  const enqueue = <T>(work: () => Promise<T>): Promise<T> => {
    const run = shared.queue.then(() => {
      if (closed) throw new Error('the store is closed');
      return work();
    });
    shared.queue = run.catch(() => undefined);
    return run;
  };
  return {
    read: (_tables, work) => enqueue(() => work(readTx(shared.tables))),
    commit: (work, options) => enqueue(() => runCommit(shared, work, options?.epoch)),
    close: () => void (closed = true),
  };
}

/** Every row of a table by primary key, as a copy and outside of the order of transactions. */
export function dumpTable<Name extends TableName>(shared: MemoryData, table: Name): LocalTables[Name][] {
  return rangeOf(shared.tables, table, { index: ':primary' });
}

function hold(table: Map<string, Held>, name: TableName, row: AnyRow): Held {
  const key = primaryKeyOf<TableName>(name, row);
  const held = { key, row };
  table.set(JSON.stringify(key), held);
  return held;
}

async function runCommit<T>(
  shared: MemoryData,
  work: (tx: WriteTx) => Promise<T>,
  epoch: number | undefined,
): Promise<{ result: T; batch: ChangeBatch }> {
  const lease = getFrom(shared.tables, 'leases', 'engine');
  if (epoch !== undefined && lease?.epoch !== epoch) throw new AppError('FENCED');
  // The transaction works on a copy of the tables it touches; the copy replaces the original only when all went well.
  const draft: Data = new Map(shared.tables);
  const ids = new Map(shared.ids);
  const log = new ChangeLog();
  const result = await work(writeTx(draft, ids, log));
  const last = getFrom(shared.tables, 'meta', counterKey)?.val ?? 0;
  const batch = log.toBatch(draft, Number(last) + 1);
  if (batch.num === 0) return { result, batch };
  shared.beforeCommit?.(copyPlain(batch));
  const meta = new Map(draft.get('meta'));
  hold(meta, 'meta', { key: counterKey, val: batch.num });
  draft.set('meta', meta);
  shared.tables = draft;
  shared.ids = ids;
  return { result, batch };
}

/** Remembers which keys a transaction wrote; the rows are taken from the final state. */
class ChangeLog {
  private readonly touched = new Map<TableName, Map<string, AnyKey>>();
  private readonly wiped = new Set<TableName>();

  add(table: TableName, id: string, key: AnyKey): void {
    const keys = this.touched.get(table) ?? new Map<string, AnyKey>();
    keys.set(id, key);
    this.touched.set(table, keys);
  }

  wipe(table: TableName): void {
    this.wiped.add(table);
    this.touched.delete(table);
  }

  toBatch(data: Data, num: number): ChangeBatch {
    const tables: Record<string, { put: AnyRow[]; del: AnyKey[] }> = {};
    for (const [table, keys] of this.touched) {
      const change = { put: [] as AnyRow[], del: [] as AnyKey[] };
      for (const [id, key] of keys) {
        const held = data.get(table)?.get(id);
        if (held) change.put.push(copyPlain(held.row));
        else change.del.push(key);
      }
      tables[table] = change;
    }
    const isEmpty = this.touched.size === 0 && this.wiped.size === 0;
    return {
      num: isEmpty ? 0 : num,
      tables: tables as ChangeBatch['tables'],
      ...(this.wiped.size > 0 ? { wiped: [...this.wiped] } : {}),
    };
  }
}

function readTx(data: Data): ReadTx {
  return {
    get: async (table, key) => getFrom(data, table, key),
    getMany: async (table, keys) => keys.map((key) => getFrom(data, table, key)),
    range: async (table, query) => rangeOf(data, table, query),
    count: async (table, { from, to }) => {
      const held = [...(data.get(table)?.values() ?? [])];
      const isInside = (key: LocalKey): boolean => compareKeys(key, from) >= 0 && compareKeys(key, to) <= 0;
      return held.filter(({ key }) => isInside(key as LocalKey)).length;
    },
  };
}

function writeTx(draft: Data, ids: Map<TableName, number>, log: ChangeLog): WriteTx {
  const copied = new Set<TableName>();
  const tableOf = (name: TableName): Map<string, Held> => {
    if (!copied.has(name)) {
      copied.add(name);
      draft.set(name, new Map(draft.get(name)));
    }
    return draft.get(name) as Map<string, Held>;
  };
  const drop = (table: TableName, key: AnyKey): void => {
    const id = JSON.stringify(key);
    if (tableOf(table).delete(id)) log.add(table, id, key);
  };
  return {
    ...readTx(draft),
    async put(table, rows) {
      for (const row of rows) {
        const { key } = hold(tableOf(table), table, copyPlain(withId(table, row as NewRow<TableName>, ids)));
        log.add(table, JSON.stringify(key), key);
      }
    },
    async del(table, keys) {
      for (const key of keys) drop(table, key);
    },
    async delRange(table, from, to) {
      for (const row of rangeOf(draft, table, { index: ':primary', from, to }))
        drop(table, primaryKeyOf<TableName>(table, row));
    },
    async wipe(tables) {
      for (const table of tables) {
        tableOf(table).clear();
        log.wipe(table);
      }
    },
  };
}

function withId(table: TableName, row: NewRow<TableName>, ids: Map<TableName, number>): AnyRow {
  if (table !== 'outbox' && table !== 'quarantine') return row as AnyRow;
  const given = (row as { id?: number }).id;
  const last = ids.get(table) ?? 0;
  const id = given ?? last + 1;
  ids.set(table, Math.max(last, id));
  return { ...row, id } as AnyRow;
}

function getFrom<Name extends TableName>(data: Data, table: Name, key: LocalKeys[Name]): LocalTables[Name] | undefined {
  const held = data.get(table)?.get(JSON.stringify(key));
  return held && (copyPlain(held.row) as LocalTables[Name]);
}

function rangeOf<Name extends TableName>(data: Data, table: Name, query: RangeQuery<Name>): LocalTables[Name][] {
  const found: { at: LocalKey; key: LocalKey; row: AnyRow }[] = [];
  for (const { key, row } of data.get(table)?.values() ?? []) {
    const at = indexKeyOf(query.index, key as LocalKey, row);
    if (at === undefined) continue;
    if (query.from !== undefined && compareKeys(at, query.from) < 0) continue;
    if (query.to !== undefined && compareKeys(at, query.to) > 0) continue;
    found.push({ at, key: key as LocalKey, row });
  }
  found.sort((left, right) => compareKeys(left.at, right.at) || compareKeys(left.key, right.key));
  if (query.reverse) found.reverse();
  const page = query.limit === undefined ? found : found.slice(0, query.limit);
  return page.map(({ row }) => copyPlain(row) as LocalTables[Name]);
}
