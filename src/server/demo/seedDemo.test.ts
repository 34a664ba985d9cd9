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
    expect(world.chats).toHaveLength(14);
    expect(world.texts).toHaveLength(plan.chats.reduce((sum, chat) => sum + chat.messages.length, 0));
    expect(world.late).toEqual([]);
    expect(Math.max(...world.chats.map(({ members }) => members))).toBe(60);
  });

  it('leaves unread counts that a recount confirms', async () => {
    expect((await seeded(4)).world.wrong).toEqual([]);
  });

  it('writes the same people and texts for the same seed', async () => {
    const [one, two] = [await seeded(5), await seeded(5)];
    expect(two.users).toEqual(one.users);
    expect(two.world.texts).toEqual(one.world.texts);
  });
});
