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

/** What a fault hook may do with a commit: nothing, refuse it, or let it happen and hide its answer from the caller. */
export type CommitFault = 'before' | 'after' | undefined;

/** A {@link LocalStore} in memory, and the handles that tests need. */
export interface MemoryLocalStore extends LocalStore {
  /** Every row of a table, by primary key; a copy. */
  dump<Name extends TableName>(table: Name): LocalTables[Name][];
  /** Called before each commit that wrote something becomes visible. `before` loses the commit, `after` only its answer. */
  onCommit(hook: ((batch: ChangeBatch) => CommitFault) | undefined): void;
  /** Another handle on the same data, as a second tab has it. */
  reopen(): MemoryLocalStore;
}

/** Error of an injected fault; nothing but a crash can look like this. */
export class InjectedFault extends Error {
  constructor(when: string) {
    super(`injected fault ${when} commit`);
    this.name = 'InjectedFault';
  }
}

interface Shared {
  data: Data;
  /** next auto-increment id by table; an undone transaction gives its ids back */
  ids: Map<TableName, number>;
  queue: Promise<unknown>;
  hook: ((batch: ChangeBatch) => CommitFault) | undefined;
}

/** Makes an empty store. Transactions run one after the other and see copies, so no caller can change a stored row. */
export function memoryLocalStore(): MemoryLocalStore {
  return openOn({
    data: new Map(tableNames.map((name) => [name, new Map()])),
    ids: new Map(),
    queue: Promise.resolve(),
    hook: undefined,
  });
}

function openOn(shared: Shared): MemoryLocalStore {
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
    read: (_tables, work) => enqueue(() => work(readTx(shared.data))),
    commit: (work, options) => enqueue(() => runCommit(shared, work, options?.epoch)),
    close: () => void (closed = true),
    dump: (table) => rangeOf(shared.data, table, { index: ':primary' }),
    onCommit: (hook) => void (shared.hook = hook),
    reopen: () => openOn(shared),
  };
}

async function runCommit<T>(
  shared: Shared,
  work: (tx: WriteTx) => Promise<T>,
  epoch: number | undefined,
): Promise<{ result: T; batch: ChangeBatch }> {
  const lease = shared.data.get('leases')?.get('"engine"')?.row as LocalTables['leases'] | undefined;
  if (epoch !== undefined && lease?.epoch !== epoch) throw new AppError('FENCED');
  // The transaction works on a copy of the tables it touches; the copy replaces the original only when all went well.
  const draft: Data = new Map(shared.data);
  const ids = new Map(shared.ids);
  const log = new ChangeLog();
  const result = await work(writeTx(draft, ids, log));
  const last = (shared.data.get('meta')?.get('"changes"')?.row as LocalTables['meta'] | undefined)?.val ?? 0;
  const batch = log.toBatch(draft, Number(last) + 1);
  if (batch.num === 0) return { result, batch };
  const fault = shared.hook?.(structuredClone(batch));
  if (fault === 'before') throw new InjectedFault('before');
  const meta = new Map(draft.get('meta'));
  meta.set('"changes"', { key: 'changes', row: { key: 'changes', val: batch.num } });
  draft.set('meta', meta);
  shared.data = draft;
  shared.ids = ids;
  if (fault === 'after') throw new InjectedFault('after');
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
        if (held) change.put.push(structuredClone(held.row));
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
        const whole = structuredClone(withId(table, row as NewRow<TableName>, ids));
        const key = primaryKeyOf<TableName>(table, whole);
        const id = JSON.stringify(key);
        tableOf(table).set(id, { key, row: whole });
        log.add(table, id, key);
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
  return held && (structuredClone(held.row) as LocalTables[Name]);
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
  return page.map(({ row }) => structuredClone(row) as LocalTables[Name]);
}
