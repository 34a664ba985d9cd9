import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
} from 'kysely';
import type { Schema } from '../schema.ts';
import type { Connection } from './connection.ts';

/** A kysely that always speaks over this one connection; transactions are the driver's business, so it has none of its own. */
export function kyselyOver(dialect: 'sqlite' | 'postgres', connection: Connection): Kysely<Schema> {
  const driver = fixedDriver(connection);
  const shape: Dialect =
    dialect === 'sqlite'
      ? {
          createAdapter: () => new SqliteAdapter(),
          createDriver: () => driver,
          createIntrospector: (db) => new SqliteIntrospector(db),
          createQueryCompiler: () => new SqliteQueryCompiler(),
        }
      : {
          createAdapter: () => new PostgresAdapter(),
          createDriver: () => driver,
          createIntrospector: (db) => new PostgresIntrospector(db),
          createQueryCompiler: () => new PostgresQueryCompiler(),
        };
  return new Kysely<Schema>({ dialect: shape });
}

const refuse = (): never => {
  throw new Error('A unit of work is one transaction already; it cannot begin another');
};
const nothing = async (): Promise<void> => undefined;

function fixedDriver(connection: Connection): Driver {
  const handle: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) {
      const { rows, changes } = await connection.query(sql, parameters);
      return { rows: rows as R[], numAffectedRows: BigInt(changes) };
    },
    streamQuery: refuse,
  };
  return {
    init: nothing,
    acquireConnection: async () => handle,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: nothing,
    destroy: nothing,
  };
}
