/** The two databases the product runs on. */
export type Dialect = 'sqlite' | 'postgres';

/** One forward step of the schema. Steps are never changed once released and never undone. */
export interface Migration {
  /** File name without its ending. */
  readonly name: string;
  /** Statements in order; they run in one transaction. */
  readonly statements: (dialect: Dialect) => readonly string[];
}

/** Description of a table in the column types both databases are given: bigint, smallint, text, bytea. */
export interface TableSpec {
  readonly name: string;
  /** Columns and constraints, comma-separated SQL. */
  readonly columns: string;
  /** The primary key consists of several columns: SQLite then stores the rows in key order, without a hidden row id. */
  readonly clustered?: true;
  /** PostgreSQL storage parameters. A fillfactor below 100 leaves room on the page, so that an update touches no index. */
  readonly tuning?: string;
  /** PostgreSQL: number of partitions by hash of chat_id. */
  readonly parts?: number;
}

const sqliteTypes: Record<string, string> = { bigint: 'INTEGER', smallint: 'INTEGER', text: 'TEXT', bytea: 'BLOB' };

const toDialect = (dialect: Dialect, columns: string): string =>
  dialect === 'sqlite'
    ? columns.replaceAll(/\b(bigint|smallint|text|bytea)\b/g, (type) => sqliteTypes[type] ?? type)
    : columns;

/** Adds one column, given as `name type [constraint]` in the types both databases are given. */
export const addColumn = (dialect: Dialect, table: string, column: string): string =>
  `ALTER TABLE ${table} ADD COLUMN ${toDialect(dialect, column)}`;

/** The CREATE TABLE statements of one table. SQLite tables are STRICT, so a value of the wrong type is refused instead of stored. */
export function createTable(dialect: Dialect, spec: TableSpec): string[] {
  if (dialect === 'sqlite') {
    const columns = toDialect(dialect, spec.columns);
    return [`CREATE TABLE ${spec.name} (${columns}) STRICT${spec.clustered ? ', WITHOUT ROWID' : ''}`];
  }
  const tuning = spec.tuning ? ` WITH (${spec.tuning})` : '';
  if (!spec.parts) return [`CREATE TABLE ${spec.name} (${spec.columns})${tuning}`];
  const parts = Array.from(
    { length: spec.parts },
    (_, part) =>
      `CREATE TABLE ${spec.name}_p${part} PARTITION OF ${spec.name} FOR VALUES WITH (MODULUS ${spec.parts}, REMAINDER ${part})${tuning}`,
  );
  return [`CREATE TABLE ${spec.name} (${spec.columns}) PARTITION BY HASH (chat_id)`, ...parts];
}
