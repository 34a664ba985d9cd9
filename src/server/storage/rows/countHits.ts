import type { Tx } from '../unit.ts';
import { dayOf } from './dayOf.ts';

/** Counts catches per rule and day. */
export async function countHits(tx: Tx, c: number, rules: readonly string[]): Promise<void> {
  const times = new Map<string, number>();
  for (const rule of rules) times.set(rule, (times.get(rule) ?? 0) + 1);
  for (const [rule, hits] of times) {
    await tx.sql(
      `INSERT INTO moderation_hits (chat_id, day, rule, hits) VALUES (?, ?, ?, ?)
        ON CONFLICT (chat_id, day, rule) DO UPDATE SET hits = moderation_hits.hits + excluded.hits`,
      [c, dayOf(tx.now), rule, hits],
    );
  }
}
