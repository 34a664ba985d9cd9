import { describe, expect, it } from 'vitest';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import { readUnit } from '#server/storage/unit.ts';
import { foldName } from '#domain/foldName.ts';
import { demoMemberName } from './demoMemberName.ts';
import { demoPlaceSize, seedDemoPlace } from './seedDemoPlace.ts';
import { planDemo, demoSize } from './demoPlan.ts';
import { seedDemo } from './seedDemo.ts';

const now = 1_800_000_000_000;
const dayMs = 86_400_000;

describe('the community of the demo', () => {
  it('has as many members as planned, messages on each day, and a viewer who sees his window of them', async () => {
    const storage = await openSqliteLocal(':memory:', { now: () => now });
    const users = await seedDemo(storage, planDemo(3, { ...demoSize, messages: 60, chats: 4 }), { seed: 3, now });
    const size = { members: 120, days: 200, messagesPerDay: 4 };
    const c = await seedDemoPlace(storage, users, { seed: 3, now, size });
    const read = readUnit(async (tx) => ({
      head: await tx.sql<{ members: number; n: number; live_floor: number }>(
        'SELECT * FROM chat_heads WHERE chat_id = ?',
        [c],
      ),
      days: await tx.sql('SELECT day FROM chat_days WHERE chat_id = ?', [c]),
      viewer: await tx.sql<{ floor_seq: number; read_n: number }>(
        'SELECT floor_seq, read_n FROM members WHERE chat_id = ? AND user_id = ?',
        [c, users[0] ?? 0],
      ),
      rooms: await tx.sql<{ n: number }>(
        'SELECT h.n FROM chats r JOIN chat_heads h ON h.chat_id = r.id WHERE r.parent_id = ?',
        [c],
      ),
      late: await tx.sql('SELECT seq FROM messages WHERE created_at > ? OR created_at < ?', [now, now - 202 * dayMs]),
    }));
    const { head, days, viewer, rooms, late } = await storage.runUnit(read, undefined);
    await storage.close();
    expect(head[0]?.members).toBe(120);
    expect(days.length).toBeGreaterThan(195);
    expect(rooms).toHaveLength(6);
    expect(rooms.every(({ n }) => n > 20)).toBe(true);
    expect(late).toEqual([]);
    // The viewer came 30 days ago and sees what was then at most 180 days old: all of it, but not the first days.
    expect(viewer[0]?.floor_seq).toBeGreaterThanOrEqual(1);
    expect(viewer[0]?.read_n).toBeLessThan(head[0]?.n ?? 0);
  });

  it('gives each of its members a name of their own', () => {
    const languages = ['id', 'en', 'ja', 'ko', 'zh-TW'] as const;
    const names = Array.from({ length: demoPlaceSize.members }, (_, index) =>
      demoMemberName(index, languages[index % 5] ?? 'en'),
    );
    expect(new Set(names.map(foldName)).size).toBe(names.length);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(20);
  });
});
