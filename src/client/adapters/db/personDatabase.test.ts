import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { toMemberId, toUserId } from '#protocol/casts.ts';
import { buildHead } from '#testing/builders/chatBuilders.ts';
import { localChat, localRow } from '#testing/localRows.ts';
import { dexieLocalStore } from './dexieLocalStore.ts';
import { personDatabase, personDatabaseName } from './personDatabase.ts';

it('marks the rows of a database of version 1 that counts must know one by one, and leaves the others as they are', async () => {
  const user = toUserId(77);
  const old = new Dexie(personDatabaseName(user));
  old.version(1).stores({
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
  });
  const rows = [localRow(1), localRow(2, { u: toMemberId(1) }), localRow(3, { m: [toMemberId(1)] }), localRow(4)];
  await old
    .table('chats')
    .put(localChat({ head: buildHead(4), sync: { rev: 4, state: 'fresh', tailFrom: 1, ranges: [] } }));
  await old.table('msgs').bulkPut(rows);
  old.close();
  const store = dexieLocalStore(personDatabase(user));
  const found = await store.read(['msgs'], async (tx) => ({
    telling: await tx.range('msgs', { index: '[c+tell]', from: [7, 0], to: [7, 100] }),
    all: await tx.range('msgs', { index: ':primary' }),
  }));
  expect(found.telling.map(({ s, tell }) => [s, tell])).toEqual([
    [2, 2],
    [3, 3],
  ]);
  expect(found.all).toEqual(rows.map((row) => (row.s === 2 || row.s === 3 ? { ...row, tell: row.s } : row)));
  store.close();
});
