import { memberRole } from '#protocol/entities/memberState.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Ends a membership at the head's rev, which the caller has raised for it. Changes the head in place; the caller stamps the person's own counter. */
export async function removeMember(tx: Tx, head: LockedHead, member: MemberRow, state: number): Promise<void> {
  await tx.sql(
    `UPDATE members SET state = ?, role = ${memberRole.member}, role_at = NULL, rev = ?, leave_rev = ?, left_at = ?, mver = mver + 1 WHERE chat_id = ? AND user_id = ?`,
    [state, head.rev, head.rev, tx.now, member.chat_id, member.user_id],
  );
  head.members -= 1;
  head.mrev = head.rev;
}

/**
 * Gives a member a role at the head's rev; `since`: when he got it (ms), null when he came in with it. Changes the head in place; the caller stamps the
 * person's own counter.
 */
export async function writeRole(
  tx: Tx,
  head: LockedHead,
  member: Pick<MemberRow, 'chat_id' | 'user_id'>,
  { role, since }: { role: number; since: number | null },
): Promise<void> {
  await tx.sql('UPDATE members SET role = ?, role_at = ?, rev = ?, mver = mver + 1 WHERE chat_id = ? AND user_id = ?', [
    role,
    since,
    head.rev,
    member.chat_id,
    member.user_id,
  ]);
  head.mrev = head.rev;
}
