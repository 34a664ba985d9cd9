import { memberRole } from '#protocol/entities/member.ts';
import { toUserId, type UserId } from '#protocol/ids.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Ends a membership at the head's rev, which the caller has raised for it. Changes the head in place. */
export async function removeMember(tx: Tx, head: LockedHead, member: MemberRow, state: number): Promise<void> {
  const urev = await bumpUrev(tx, toUserId(member.user_id));
  await tx.sql(
    `UPDATE members SET state = ?, role = ${memberRole.member}, rev = ?, leave_rev = ?, mver = mver + 1, urev = ?
     WHERE chat_id = ? AND user_id = ?`,
    [state, head.rev, head.rev, urev, member.chat_id, member.user_id],
  );
  head.members -= 1;
  head.mrev = head.rev;
}

/** Gives a member a role at the head's rev. Changes the head in place; answers whose rows changed. */
export async function setRole(tx: Tx, head: LockedHead, member: MemberRow, role: number): Promise<UserId> {
  const user = toUserId(member.user_id);
  const urev = await bumpUrev(tx, user);
  await tx.sql('UPDATE members SET role = ?, rev = ?, mver = mver + 1, urev = ? WHERE chat_id = ? AND user_id = ?', [
    role,
    head.rev,
    urev,
    member.chat_id,
    member.user_id,
  ]);
  head.mrev = head.rev;
  return user;
}
