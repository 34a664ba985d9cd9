import { Dexie, type Table } from 'dexie';
import type { UserId } from '#protocol/ids.ts';
import type { LocalTables, TableName } from '#sync/changes.ts';

/** Primary key and indexes of every table, in Dexie's notation. `satisfies` keeps it in step with LocalTables. */
const schema = {
  meta: 'key',
  leases: 'name',
  chats: 'c, bump',
  msgs: '[c+s], need, [c+need]',
  outbox: '++id, i, lane, [lane+id]',
  marks: 'c',
  members: '[c+u]',
  users: 'id',
  contacts: 'u',
  prefs: 'key',
  drafts: 'c',
  quarantine: '++id, c',
} as const satisfies Record<TableName, string>;

/** All table names, in a fixed order. */
export const tableNames = Object.keys(schema) as TableName[];

/** A person's database, `m-<uid>`. */
export type PersonDatabase = Dexie & { table<Name extends TableName>(name: Name): Table<LocalTables[Name]> };

/** Name of a person's database. */
export const personDatabaseName = (uid: UserId): string => `m-${uid}`;

/** Declares the database; it opens at its first use. Versions are additive: a change of cached shapes raises `cacheVer` in meta instead. */
export function personDatabase(uid: UserId): PersonDatabase {
  const db = new Dexie(personDatabaseName(uid), { cache: 'disabled' }) as PersonDatabase;
  db.version(1).stores(schema);
  return db;
}
