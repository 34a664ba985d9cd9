import { invariant } from '#base/invariant.ts';
import type { UserId } from '#protocol/ids.ts';
import type { Tx } from '../unit.ts';

const text = `INSERT INTO user_heads (user_id, urev) VALUES (?, 1)
  ON CONFLICT (user_id) DO UPDATE SET urev = user_heads.urev + 1 RETURNING urev`;

/** The next number of a person's own changes. Locks their user head, so it comes after chat heads and members, and for several people in order of their ids. */
export async function bumpUrev(tx: Tx, userId: UserId): Promise<number> {
  const [row] = await tx.sql<{ urev: number }>(text, [userId]);
  invariant(row, 'the upsert answers its row');
  return row.urev;
}
