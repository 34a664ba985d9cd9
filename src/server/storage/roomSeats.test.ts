import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqliteDatabase } from './drivers/openSqliteDatabase.ts';
import type { SqliteConnection } from './drivers/sqliteConnection.ts';

let connection: SqliteConnection;
beforeAll(async () => {
  ({ connection } = await openSqliteDatabase(':memory:'));
});
afterAll(() => connection.close());

const read = async <Row>(text: string, params: number[] = []): Promise<Row[]> =>
  (await connection.sql(text, params)) as Row[];
const columnsOf = async (table: string): Promise<string[]> =>
  (await read<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`)).map(({ name }) => name);

it('a seat in a room has every column of a member row', async () => {
  expect((await columnsOf('room_seats')).toSorted()).toEqual((await columnsOf('members')).toSorted());
});

it('a seat is found by keys alone', async () => {
  const rows = await read<{ detail: string }>(
    `EXPLAIN QUERY PLAN WITH v(c, u) AS (VALUES (CAST(? AS bigint), CAST(? AS bigint))) SELECT m.read_seq, m.floor_seq
        FROM v CROSS JOIN room_seats m CROSS JOIN chat_heads h WHERE m.chat_id = v.c AND m.user_id = v.u AND h.chat_id = v.c`,
    [1, 1],
  );
  const plan = rows.map(({ detail }) => detail);
  expect(plan.filter((line) => line.startsWith('SCAN') && !/CONSTANT ROW|^SCAN v$/.test(line))).toEqual([]);
  expect(plan.some((line) => line.startsWith('MATERIALIZE'))).toBe(false);
});
