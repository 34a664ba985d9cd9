import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { UserId } from '#protocol/ids.ts';
import { toChatId, toCid, toOpId, toUserId } from '#protocol/casts.ts';
import { openSqliteDatabase } from '#server/storage/drivers/openSqliteDatabase.ts';
import type { SqliteConnection } from '#server/storage/drivers/sqliteConnection.ts';
import { sqliteSession } from '#server/storage/drivers/sqliteSession.ts';
import { writeUnit, type Unit } from '#server/storage/unit.ts';
import type { ModerationConfig } from '#protocol/entities/moderation.ts';
import { setModeration as messageRules } from '#server/storage/units/moderation/setModeration.ts';
import { messageUnits } from '#server/storage/units/messageUnits.ts';

const users = [1, 2, 3].map(toUserId) as [UserId, UserId, UserId];
let connection: SqliteConnection;
let statements: string[] = [];
beforeAll(async () => {
  ({ connection } = await openSqliteDatabase(':memory:'));
});
afterAll(() => connection.close());

const seed = writeUnit(async (tx, { c, kind }: { c: number; kind: number }) => {
  for (const id of users) {
    await tx.sql('INSERT INTO users (id, name, created_at) VALUES (?, ?, 1) ON CONFLICT DO NOTHING', [id, 'N']);
    await tx.sql(
      `INSERT INTO members (chat_id, user_id, mid, state, rev, join_rev, join_n, floor_seq, read_seq, read_n, joined_at)
        VALUES (?, ?, ?, 1, 0, 0, 0, 0, 0, 0, 1)`,
      [c, id, id],
    );
  }
  await tx.sql('INSERT INTO chats (id, kind, member_cap, receipts, created_at) VALUES (?, ?, 9, 2, 1)', [c, kind]);
  await tx.sql('INSERT INTO chat_heads (chat_id, bump_at, last_at) VALUES (?, 1, 1)', [c]);
});

/** Runs a unit and remembers its statements. */
async function run<In, Out>(unit: Unit<In, Out>, input: In, now = 1_000): Promise<Out> {
  statements = [];
  const recording: SqliteConnection = {
    ...connection,
    sql(text, params) {
      statements.push(text);
      return connection.sql(text, params);
    },
  };
  const [outcome] = await sqliteSession(recording).runWrites([{ unit: unit as Unit<unknown, unknown>, input }], now);
  if (!outcome?.ok) throw outcome?.error;
  return outcome.value as Out;
}

/** Steps of the plans of the remembered statements that walk through a whole table or index. */
async function findScans(): Promise<string[]> {
  const scans: string[] = [];
  for (const text of new Set(statements)) {
    const { rows } = await connection.query(`EXPLAIN QUERY PLAN ${text}`, text.match(/\?/g)?.map(() => 1) ?? []);
    for (const { detail } of rows as { detail: string }[]) {
      // v and w are the parameters of the statement.
      if (/^SCAN (?!v\b|w\b|\d+-ROW|\d+ CONSTANT|CONSTANT|\(sub)/.test(detail)) scans.push(`${detail}: ${text}`);
    }
  }
  return scans;
}

const textItem = (x: string, at?: [number, number, number][]) => ({
  i: toCid(randomUUID()),
  k: 1,
  b: { x, ...(at ? { at } : {}) },
});

it.each([
  ['dm', chatKind.dm],
  ['group', chatKind.group],
])('every statement on the path of a message in a %s finds its rows by a key', async (_name, kind) => {
  const c = toChatId(100 + kind);
  await run(seed, { c, kind });
  const op = () => toOpId(randomUUID());
  const body = { x: 'hey', at: [[0, 1, users[1]]] as [number, number, never][] };
  const requests = users.map((userId) => ({ userId, items: [textItem('1'), { ...textItem('2'), re: 1 }], rs: 1 }));
  await run(messageUnits.appendMessages, {
    c,
    requests: [{ userId: users[0], items: [textItem('0', [[0, 1, users[1]]])] }],
  });
  for (const unit of [
    () => run(messageUnits.appendMessages, { c, requests }),
    () => run(messageUnits.editMessage, { c, userId: users[0], s: 1, b: body, op: op() }),
    () => run(messageUnits.setReactions, { c, items: users.map((userId) => ({ userId, s: 1, e: '👍', op: op() })) }),
    () =>
      run(
        messageUnits.flushReads,
        users.map((userId) => ({ c, userId, s: 2 })),
      ),
    () => run(messageUnits.unsendMessage, { c, userId: users[0], s: 1, op: op() }),
  ]) {
    await unit();
    expect(statements.length).toBeGreaterThan(1);
    expect(await findScans()).toEqual([]);
  }
});

it('takes six statements to store what one or several people send', async () => {
  const c = toChatId(200);
  await run(seed, { c, kind: chatKind.group });
  const from = (userId: UserId, count: number) => ({
    userId,
    items: Array.from({ length: count }, () => textItem('x')),
    rs: 1_000,
  });
  await run(messageUnits.appendMessages, { c, requests: [from(users[0], 1)] });
  for (const count of [1, 20]) {
    await run(messageUnits.appendMessages, { c, requests: [from(users[0], count)] });
    expect(statements).toHaveLength(6);
  }
  await run(messageUnits.appendMessages, { c, requests: users.map((userId) => from(userId, 20)) });
  // one more for each further sender; on PostgreSQL theirs are one statement
  expect(statements).toHaveLength(8);
});

it('takes one statement more where a chat has rules, and one per sender where they look at floods', async () => {
  const c = toChatId(300);
  await run(seed, { c, kind: chatKind.group });
  await run(
    writeUnit((tx, _: object) =>
      tx.sql('UPDATE members SET role = 3 WHERE chat_id = ? AND user_id = ?', [c, users[2]]),
    ),
    {},
  );
  const setRules = (config: Partial<ModerationConfig>) =>
    run(messageRules, { c, user: users[2], config: { phrases: [], allow: [], ...config }, op: toOpId(randomUUID()) });
  const requests = [{ userId: users[0], items: [textItem('x')], rs: 1_000 }];
  const count = async (x = 'x') => {
    await run(messageUnits.appendMessages, { c, requests: [{ ...requests[0]!, items: [textItem(x)] }] });
    expect(await findScans()).toEqual([]);
    return statements.length;
  };
  await count();
  expect(await count()).toBe(6);
  await setRules({ links: 'hide' });
  await count();
  expect(await count()).toBe(7);
  await setRules({ flood: { n: 20, s: 1, same: 20, do: 'hide' } });
  await count();
  expect(await count()).toBe(8);
  await setRules({ links: 'mute' });
  await count('https://example.com');
});

it('finds a scan where there is one', async () => {
  statements = ['SELECT * FROM messages WHERE body = ?', 'SELECT * FROM messages WHERE chat_id = ? AND seq = ?'];
  expect(await findScans()).toEqual([expect.stringContaining('SCAN messages')]);
});
