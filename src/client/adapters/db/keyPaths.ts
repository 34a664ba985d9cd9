import type { LocalKeys, LocalTables, TableName } from '#sync/changes.ts';

const paths: { [Name in TableName]: (row: LocalTables[Name]) => LocalKeys[Name] | undefined } = {
  meta: (row) => row.key,
  leases: (row) => row.name,
  chats: (row) => row.c,
  msgs: (row) => [row.c, row.s],
  outbox: (row) => row.id,
  marks: (row) => row.c,
  members: (row) => [row.c, row.u],
  users: (row) => row.id,
  contacts: (row) => row.u,
  prefs: (row) => row.key,
  hidden: (row) => [row.c, row.s],
  keeps: (row) => row.i,
  drafts: (row) => row.c,
  uploads: (row) => row.id,
  quarantine: (row) => row.id,
};

/** Primary key of a row; undefined while the store has not given it one (outbox, quarantine). */
export function keyOf<Name extends TableName>(name: Name, row: LocalTables[Name]): LocalKeys[Name] | undefined {
  return paths[name](row);
}

/** A key as text, for use in maps: compound keys compare by content. */
export function keyText(key: LocalKeys[TableName]): string {
  return Array.isArray(key) ? key.join(',') : String(key);
}
