import type { UserId } from '#protocol/ids.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Ends the waiting of these people, in the chat of a locked head, because they are in now or took it back. Answers whether somebody of them waited. */
export async function closeRequests(
  tx: Tx,
  head: LockedHead,
  users: readonly UserId[],
  state: number,
): Promise<boolean> {
  const closed = await tx.sql<{ user_id: number }>(
    `UPDATE join_requests SET state = ?, decided_at = ? WHERE chat_id = ? AND state = ${requestState.waiting}
       AND user_id IN (${placeholders(users.length)}) RETURNING user_id`,
    [state, tx.now, head.chat_id, ...users],
  );
  return closed.length > 0;
}
