import { canApprove } from '#domain/permissions.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import type { UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Where nearly everybody may let people in, so many hear of a request at once; the others see it when they look. */
const toldMax = 100;

/**
 * The number of people who wait has changed: it is part of the standing of those who may let them in, which gets a new version, so that their devices hear of
 * it live and, if they were away, with their next sync. Costs one row for each of them and nothing for all other members. Answers whom to stamp and to
 * tell; the caller stamps them (`stampUrevs`) together with whoever else changed.
 */
export async function tellApprovers(tx: Tx, head: LockedHead): Promise<UserId[]> {
  const roles = Object.values(memberRole).filter((role) =>
    canApprove(standingOf(head, { state: memberState.joined, role })),
  );
  const rows = await tx.sql<{ user_id: number }>(
    `SELECT user_id FROM members WHERE chat_id = ? AND state = ${memberState.joined} AND role IN (${placeholders(roles.length)})
     ORDER BY role DESC, name_key, mid LIMIT ${toldMax}`,
    [head.chat_id, ...roles],
  );
  const people = rows.map((row) => toUserId(row.user_id)).toSorted((one, other) => one - other);
  // One by one in order of ids, because these rows stay locked until commit.
  for (const user of people)
    await tx.sql('UPDATE members SET mver = mver + 1 WHERE chat_id = ? AND user_id = ?', [head.chat_id, user]);
  return people;
}
