import type { UserId } from '#protocol/ids.ts';
import type { TableName } from '#sync/changes.ts';
import { withTell } from '#sync/merge/withTell.ts';
import { idbReadTx } from './idbTransactions.ts';
import type { DatabaseShape } from './openDatabase.ts';

/** Primary key and indexes of every table, in the notation of {@link DatabaseShape}. `satisfies` keeps it in step with LocalTables. */
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
  hidden: '[c+s]',
  keeps: 'i, [c+s]',
  drafts: 'c',
  uploads: 'id',
  quarantine: '++id, c',
} as const satisfies Record<TableName, string>;

/** All table names, in a fixed order. */
export const tableNames = Object.keys(schema) as TableName[];

/** Name of a person's database. */
export const personDatabaseName = (uid: UserId): string => `m-${uid}`;

/** Bytes of files that are being written about or sent: too big to be announced, so no table of the store. */
export const blobTable = 'blobs';

/** Before version 3 no files were sent, and nothing was hidden or kept. */
const { uploads: _uploads, hidden: _hidden, keeps: _keeps, ...secondSchema } = schema;
/** Version 1 did not mark rows that counts must know one by one. */
const firstSchema = { ...secondSchema, msgs: '[c+s], need, [c+need]' };

/** A person's database. Versions are additive: a change of cached shapes raises `cacheVer` in meta instead. */
export const personDatabase = (uid: UserId): DatabaseShape => personShapeByName(personDatabaseName(uid));

/** The same by the name of the database. */
export function personShapeByName(name: string): DatabaseShape {
  return {
    name,
    versions: [
      { stores: firstSchema },
      { stores: secondSchema, upgrade: markTelling },
      { stores: { ...schema, [blobTable]: 'id' } },
    ],
  };
}

/** Rows that were cached before the mark existed get theirs; the others stay untouched. */
async function markTelling(transaction: IDBTransaction): Promise<void> {
  const tx = idbReadTx(transaction);
  const msgs = transaction.objectStore('msgs');
  for (const chat of await tx.range('chats', { index: ':primary' })) {
    const span = { from: [chat.c, 0], to: [chat.c, Number.MAX_SAFE_INTEGER] };
    // oxlint-disable-next-line no-await-in-loop -- the rows of one chat at a time in memory
    const rows = await tx.range('msgs', { index: ':primary', ...span });
    for (const row of rows) {
      const told = withTell(row, chat);
      if (told !== row) msgs.put(told);
    }
  }
}
