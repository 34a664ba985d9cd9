import { keyOf, keyText } from '#client/adapters/db/keyPaths.ts';
import type { ChangeBatch, LocalTables, TableName } from '#sync/changes.ts';
import type { LocalStore, WriteTx } from '#sync/ports.ts';

type Rows = Map<string, LocalTables[TableName]>;

/** Brings an empty store to where the commits of these batches, in their order, had brought another one. */
export async function replayBatches(store: LocalStore, batches: Iterable<ChangeBatch>): Promise<void> {
  const tables = new Map<TableName, Rows>();
  for (const batch of batches) {
    for (const name of batch.wiped ?? []) tables.delete(name);
    for (const name of Object.keys(batch.tables) as TableName[]) replayTable(tables, name, batch);
  }
  await store.commit(async (tx: WriteTx) => {
    for (const [name, rows] of tables) await tx.put(name, [...rows.values()] as never);
  });
}

function replayTable(tables: Map<TableName, Rows>, name: TableName, batch: ChangeBatch): void {
  const rows: Rows = tables.get(name) ?? new Map();
  tables.set(name, rows);
  const change = batch.tables[name];
  for (const key of change?.del ?? []) rows.delete(keyText(key));
  for (const row of change?.put ?? []) rows.set(keyText(keyOf(name, row as never) ?? ''), row);
}
