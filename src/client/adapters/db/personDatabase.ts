import { Dexie, type Table, type Transaction } from 'dexie';
import type { UserId } from '#protocol/ids.ts';
import type { LocalChat, LocalMessage, LocalTables, TableName } from '#sync/changes.ts';
import { withTell } from '#sync/merge/withTell.ts';

/** Primary key and indexes of every table, in Dexie's notation. `satisfies` keeps it in step with LocalTables. */
const schema = {
  meta: 'key',
  leases: 'name',
  chats: 'c, bump',
  msgs: '[c+s], need, [c+need], [c+tell]',
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

/** Version 1 did not mark rows that counts must know one by one. */
const oldSchema = { ...schema, msgs: '[c+s], need, [c+need]' };

/** Declares the database; it opens at its first use. Versions are additive: a change of cached shapes raises `cacheVer` in meta instead. */
export function personDatabase(uid: UserId): PersonDatabase {
  const db = new Dexie(personDatabaseName(uid), { cache: 'disabled' }) as PersonDatabase;
  db.version(1).stores(oldSchema);
  db.version(2).stores(schema).upgrade(markTelling);
  return db;
}

/** Rows that were cached before the mark existed get theirs; the others stay untouched. */
async function markTelling(transaction: Transaction): Promise<void> {
  const msgs = transaction.table<LocalMessage>('msgs');
  const marked: LocalMessage[] = [];
  for (const chat of await transaction.table<LocalChat>('chats').toArray()) {
    const rows = msgs.where('[c+s]').between([chat.c, Dexie.minKey], [chat.c, Dexie.maxKey]);
    await rows.each((row) => {
      const told = withTell(row, chat);
      if (told !== row) marked.push(told);
    });
  }
  await msgs.bulkPut(marked);
}
