import { randomUUID } from 'node:crypto';
import type { UserId } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { appendMessages } from '#server/storage/units/messages/appendMessages.ts';

/** Work of the database for one batch of messages of one chat. */
export interface BatchWork {
  /** Statements of the unit, without BEGIN, COMMIT and its savepoint. */
  statements: number;
  rowsRead: number;
  rowsWritten: number;
}

/**
 * Runs `appendMessages` on a copy of the world with 1…`max` senders in one batch and counts what it asks of the database. Rows written are SQLite's own
 * count of inserted and updated table rows.
 */
export async function countWork(path: string, c: number, users: readonly UserId[], max: number): Promise<BatchWork[]> {
  const storage = await openSqliteLocal(path);
  const works: BatchWork[] = [];
  for (let size = 1; size <= max; size += 1) {
    const requests = Array.from({ length: size }, (_, index) => ({
      userId: users[index % users.length] as UserId,
      items: [{ i: toCid(randomUUID()), k: 1, b: { x: 'How many statements does this take?' } }],
    }));
    // The first message of a day writes one row more; it is not what is counted.
    await storage.runUnit(appendMessages, { c: c as never, requests: requests.map(freshIds) });
    const counting = writeUnit((tx: Tx) => countIn(tx, c, requests));
    works.push(await storage.runUnit(counting, undefined));
  }
  await storage.close();
  return works;
}

type Request = Parameters<typeof appendMessages.run>[1]['requests'][number];

const freshIds = (request: Request): Request => ({
  ...request,
  items: request.items.map((item) => ({ ...item, i: toCid(randomUUID()) })),
});

async function countIn(tx: Tx, c: number, requests: Request[]): Promise<BatchWork> {
  const changes = async (): Promise<number> =>
    (await tx.sql<{ n: number }>('SELECT total_changes() AS n', []))[0]?.n ?? 0;
  const before = await changes();
  const work = { statements: 0, rowsRead: 0, rowsWritten: 0 };
  const counted: Tx = {
    dialect: tx.dialect,
    now: tx.now,
    ids: tx.ids,
    // A statement that went around the counter would make the figures wrong.
    get db(): Tx['db'] {
      throw new Error('the hot path uses prepared statements only');
    },
    async sql<Row extends object>(text: string, params: Parameters<Tx['sql']>[1]) {
      const rows = await tx.sql<Row>(text, params);
      work.statements += 1;
      work.rowsRead += rows.length;
      return rows;
    },
  };
  await appendMessages.run(counted, { c: c as never, requests });
  work.rowsWritten = (await changes()) - before;
  return work;
}
