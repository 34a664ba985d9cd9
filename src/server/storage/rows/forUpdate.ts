import type { Tx } from '../unit.ts';

/** The locking end of a SELECT: PostgreSQL locks the rows of `table` until commit; SQLite has one writer, so nothing needs locking there. */
export function forUpdate(tx: Tx, table?: string): string {
  if (tx.dialect === 'sqlite') return '';
  return table === undefined ? ' FOR UPDATE' : ` FOR UPDATE OF ${table}`;
}
