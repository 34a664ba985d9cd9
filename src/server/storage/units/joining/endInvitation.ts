import { memberState } from '#protocol/entities/memberState.ts';
import type { UserId } from '#protocol/ids.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Ends an invitation as if it never was: nobody came and nobody went, so no line and no count; members see that it is over. Changes the head in place. */
export async function endInvitation(tx: Tx, head: LockedHead, user: UserId): Promise<void> {
  head.rev += 1;
  head.mrev = head.rev;
  await tx.sql(
    `UPDATE members SET state = ${memberState.left}, rev = ?, mver = mver + 1, invited_by = NULL WHERE chat_id = ? AND user_id = ?`,
    [head.rev, head.chat_id, user],
  );
}
