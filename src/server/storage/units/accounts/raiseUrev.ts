import { invariant } from '#base/invariant.ts';
import type { UserId } from '#protocol/ids.ts';
import type { Tx } from '#server/storage/unit.ts';

/**
 * Takes the next number of a person's own rows. The row stays locked until commit, so numbers become visible in their order; call it
 * before writing the row that carries the number.
 */
export async function raiseUrev(tx: Tx, userId: UserId): Promise<number> {
  const [head] = await tx.sql<{ urev: number }>(
    'INSERT INTO user_heads (user_id, urev) VALUES (?, 1) ON CONFLICT (user_id) DO UPDATE SET urev = user_heads.urev + 1 RETURNING urev',
    [userId],
  );
  invariant(head, 'an upsert returns its row');
  return head.urev;
}
