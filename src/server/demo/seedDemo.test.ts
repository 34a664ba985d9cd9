import { describe, expect, it } from 'vitest';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import { readUnit } from '#server/storage/unit.ts';
import { demoSize, planDemo } from './demoPlan.ts';
import { seedDemo } from './seedDemo.ts';

const now = 1_800_000_000_000;
const size = { ...demoSize, messages: 600, chats: 14, days: 40 };

async function seeded(seed: number) {
  const storage = await openSqliteLocal(':memory:', { now: () => now });
  const plan = planDemo(seed, size);
  const users = await seedDemo(storage, plan, { seed, now });
  const all = readUnit(async (tx) => ({
    texts: await tx.sql<{ x: string; at: number; sender: number }>(
      'SELECT body AS x, created_at AS at, sender_mid AS sender FROM messages WHERE n IS NOT NULL ORDER BY created_at, sender_mid, body',
      [],
    ),
    chats: await tx.sql<{ rev: number; n: number; members: number }>('SELECT rev, n, members FROM chat_heads', []),
    wrong: await tx.sql(
      `SELECT m.chat_id FROM members m JOIN chat_heads h ON h.chat_id = m.chat_id
       WHERE h.n - m.read_n - m.own_after <> (SELECT count(*) FROM messages t WHERE t.chat_id = m.chat_id AND t.n IS NOT NULL
         AND t.seq > m.read_seq AND t.sender_mid <> m.mid)`,
      [],
    ),
    late: await tx.sql('SELECT seq FROM messages WHERE created_at > ?', [now]),
  }));
  const world = await storage.runUnit(all, undefined);
  await storage.close();
  return { plan, users, world };
}

describe('seedDemo', () => {
  it('writes every planned message at its time, and nothing in the future', async () => {
    const { plan, world } = await seeded(3);
    const sent = plan.chats.flatMap(({ messages }) => messages.filter(({ line }) => line?.laterHours === undefined));
    const threads = sent.filter((message) => message.replies);
    expect(world.chats).toHaveLength(14 + threads.length);
    const replies = sent.flatMap(({ replies: answers = [] }) => answers);
    expect(world.texts).toHaveLength(sent.length + replies.length);
    expect(world.late).toEqual([]);
    expect(Math.max(...world.chats.map(({ members }) => members))).toBe(60);
  });

  it('leaves unread counts that a recount confirms', async () => {
    expect((await seeded(4)).world.wrong).toEqual([]);
  });

  it('writes the same world for the same seed, to the last id and in the same order', async () => {
    const [one, two] = [await dumped(5), await dumped(5)];
    expect(one.users).toEqual(two.users);
    expect(Object.keys(one.tables)).toEqual(Object.keys(two.tables));
    for (const [name, rows] of Object.entries(one.tables)) expect([name, two.tables[name]]).toEqual([name, rows]);
    // A dump that misses what matters would be equal too.
    expect(one.tables['chats']?.filter((chat) => chat['root_chat'] === null)).toHaveLength(size.chats);
    expect(one.tables['messages']?.length).toBeGreaterThan(size.messages / 2);
    expect(one.tables['messages']?.some(({ cid }) => typeof cid === 'string')).toBe(true);
  });

  it('tells the same story with the same ids at another time', async () => {
    const [today, tomorrow] = [await dumped(5), await dumped(5, now + 86_400_000)];
    expect(tomorrow.users).toEqual(today.users);
    for (const name of ['chats', 'messages'])
      expect(tomorrow.tables[name]?.map(named)).toEqual(today.tables[name]?.map(named));
  });

  it('writes another world for another seed', async () => {
    const [one, other] = [await dumped(5), await dumped(6)];
    const valuesOf = (rows: Row[] = [], column = 'id') => new Set(rows.map((row) => row[column]));
    expect(new Set(one.users).isDisjointFrom(new Set(other.users))).toBe(true);
    expect(valuesOf(one.tables['chats']).isDisjointFrom(valuesOf(other.tables['chats']))).toBe(true);
    const [cids, otherCids] = [one, other].map(({ tables }) => valuesOf(tables['messages'], 'cid'));
    expect(cids?.isDisjointFrom(otherCids ?? new Set())).toBe(true);
    expect(one.tables['messages']?.map(({ body }) => body)).not.toEqual(
      other.tables['messages']?.map(({ body }) => body),
    );
  });
});

type Row = Record<string, unknown>;

/** Everything in a row that is neither a time nor counted in days; a poll has its end in its body. */
function named({ id, chat_id, seq, sender_mid, cid, body, title }: Row): Row {
  const timeless = typeof body === 'string' ? body.replace(/"end":\d+/, '') : body;
  return { id, chat_id, seq, sender_mid, cid, body: timeless, title };
}

/** A seeded world with every row of every table, in the order in which the database keeps them. */
async function dumped(seed: number, at = now) {
  const storage = await openSqliteLocal(':memory:', { now: () => at });
  const users = await seedDemo(storage, planDemo(seed, size), { seed, now: at });
  const all = readUnit(async (tx) => {
    const names = await tx.sql<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
      [],
    );
    const tables: Record<string, Row[]> = {};
    for (const { name } of names) tables[name] = await tx.sql<Row>(`SELECT * FROM ${name}`, []);
    // The one value that must differ: it tells browsers that this is not the database they know.
    tables['meta'] = tables['meta']?.filter(({ key }) => key !== 'gen') ?? [];
    return tables;
  });
  const tables = await storage.runUnit(all, undefined);
  await storage.close();
  return { users, tables };
}
