import { toUserId } from '#protocol/casts.ts';
import type { UserId } from '#protocol/ids.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';
import { keepState } from './keptRows.ts';

/**
 * A message is taken back: what it said leaves what others keep, their notes stay. Its writer keeps his own words. Answers those whose own rows changed; their counters are
 * taken in the order of ids, after the rows of the chat.
 */
export async function forgetKept(tx: Tx, head: LockedHead, row: MessageRow): Promise<UserId[]> {
  const keepers = await tx.sql<{ user_id: number }>(
    `SELECT k.user_id FROM keeps k LEFT JOIN members w ON w.chat_id = ? AND w.mid = ?
      WHERE k.chat_id = ? AND k.seq = ? AND k.state = ${keepState.live} AND (w.user_id IS NULL OR w.user_id <> k.user_id) ORDER BY k.user_id`,
    [communityOf(head), row.sender_mid, row.chat_id, row.seq],
  );
  for (const { user_id: user } of keepers) {
    const urev = await bumpUrev(tx, toUserId(user));
    await tx.sql(
      `UPDATE keeps SET body = NULL, state = ${keepState.unsent}, urev = ? WHERE user_id = ? AND chat_id = ? AND seq = ?`,
      [urev, user, row.chat_id, row.seq],
    );
  }
  return keepers.map(({ user_id: user }) => toUserId(user));
}
