import type { Kysely } from 'kysely';
import type { RowIds } from './rows/rowIds.ts';
import type { Schema } from './schema.ts';

/** One open transaction, as a unit of work sees it. */
export interface Tx {
  readonly db: Kysely<Schema>;
  readonly dialect: 'sqlite' | 'postgres';
  /** Runs hot SQL of the shared subset as a cached prepared statement; `?` marks parameters. Answers rows; [] for a write without RETURNING. */
  sql<Row extends object>(text: string, params: readonly SqlValue[]): Promise<Row[]>;
  /** Server clock, ms; one value for the whole transaction. */
  readonly now: number;
  /** Names what the unit itself makes: chats, lines of the system. */
  readonly ids: RowIds;
}
/** The only types that may reach a database driver; the codec refuses everything else. */
export type SqlValue = number | string | null | Uint8Array;

/**
 * A unit of work: everything one decision reads and writes, in one transaction. Only whole units travel to the storage worker, so input and output are
 * structured-clone data. A write unit that throws is undone alone, even when it shared a commit with others. Throws AppError for refusals.
 */
export interface Unit<In, Out> {
  readonly kind: 'read' | 'write';
  readonly run: (tx: Tx, input: In) => Promise<Out>;
}

export const readUnit = <In, Out>(run: (tx: Tx, input: In) => Promise<Out>): Unit<In, Out> => ({ kind: 'read', run });
export const writeUnit = <In, Out>(run: (tx: Tx, input: In) => Promise<Out>): Unit<In, Out> => ({ kind: 'write', run });
