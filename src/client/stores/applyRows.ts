import type { ChangeBatch, LocalTables, TableChange, TableName } from '#sync/changes.ts';

/**
 * A map of rows after one batch: wiped first, then the rows that are gone, then the rows that were written. Answers the same map when the batch does not
 * touch the table, so that selectors see "unchanged".
 */
export function applyRows<Name extends TableName, Key>(
  rows: ReadonlyMap<Key, LocalTables[Name]>,
  batch: ChangeBatch,
  name: Name,
  keyOf: (row: LocalTables[Name]) => Key,
): ReadonlyMap<Key, LocalTables[Name]> {
  const change = batch.tables[name] as TableChange<Name> | undefined;
  const wiped = batch.wiped?.includes(name) ?? false;
  if (!change && !wiped) return rows;
  const next = new Map(wiped ? [] : rows);
  for (const key of change?.del ?? []) next.delete(key as Key);
  for (const row of change?.put ?? []) next.set(keyOf(row), row);
  return next;
}
