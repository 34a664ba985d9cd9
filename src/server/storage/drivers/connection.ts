import type { SqlValue } from '../unit.ts';

/** What a statement did: its rows, and how many rows it changed where the driver says so. */
export interface StatementResult {
  rows: object[];
  changes: number;
}

/** One connection of either driver, as transactions and kysely use it. Parameters pass the codec first. */
export interface Connection {
  /** Runs one statement of the shared subset with `?` parameters; prepared and cached. */
  sql(text: string, params: readonly SqlValue[]): Promise<object[]>;
  /** Runs one statement in the dialect's own parameter style, as kysely compiles it. */
  query(text: string, params: readonly unknown[]): Promise<StatementResult>;
}
