import type { ChangeBatch, LocalKeys, LocalTables, TableName } from '#sync/changes.ts';
import { keyOf, keyText } from './keyPaths.ts';

/** One row's fate in a transaction: what it is in the end, or that it is gone. */
type Fate<Name extends TableName> = { put: LocalTables[Name] } | { del: LocalKeys[Name] };

/** Notes what a transaction writes and says in the end what is left of it. */
export interface ChangeRecorder {
  put<Name extends TableName>(table: Name, rows: readonly LocalTables[Name][]): void;
  del<Name extends TableName>(table: Name, keys: readonly LocalKeys[Name][]): void;
  wipe(table: TableName): void;
  isEmpty(): boolean;
  toBatch(num: number): ChangeBatch;
}

/** Makes an empty recorder. */
export function changeRecorder(): ChangeRecorder {
  const fates = new Map<TableName, Map<string, Fate<TableName>>>();
  const wiped = new Set<TableName>();
  const of = (table: TableName): Map<string, Fate<TableName>> => {
    const known = fates.get(table);
    if (known) return known;
    const made = new Map<string, Fate<TableName>>();
    fates.set(table, made);
    return made;
  };
  return {
    put(table, rows) {
      for (const row of rows) of(table).set(keyText(keyOf(table, row) ?? ''), { put: row });
    },
    del(table, keys) {
      for (const key of keys) of(table).set(keyText(key), { del: key });
    },
    wipe(table) {
      // What was written before the wipe is not there any more, and nobody needs to hear of it.
      fates.delete(table);
      wiped.add(table);
    },
    isEmpty: () => wiped.size === 0 && [...fates.values()].every((rows) => rows.size === 0),
    toBatch: (num) => ({
      num,
      tables: Object.fromEntries(
        [...fates].filter(([, rows]) => rows.size > 0).map(([name, rows]) => [name, toChange(rows)]),
      ),
      ...(wiped.size > 0 ? { wiped: [...wiped] } : {}),
    }),
  };
}

function toChange(rows: ReadonlyMap<string, Fate<TableName>>): { put: unknown[]; del: unknown[] } {
  const put: unknown[] = [];
  const del: unknown[] = [];
  for (const fate of rows.values()) {
    if ('put' in fate) put.push(fate.put);
    else del.push(fate.del);
  }
  return { put, del };
}
