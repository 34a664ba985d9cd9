import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import { toUserId } from '#protocol/casts.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { writeRole } from '#server/storage/units/chats/removeMember.ts';
import type { ChangedRole, RolePayload } from './actTypes.ts';
import type { Undoing, Undone } from './undoTypes.ts';

/**
 * Gives back the roles of before to all who still have the one the act gave them, a hand-over included. There is always one owner: a hand-over that was
 * followed by another one goes back only after that one.
 */
export async function bringBackRoles({ tx, head, act, line }: Undoing): Promise<Undone> {
  const { people } = JSON.parse(act.payload) as RolePayload;
  const rows = await tx.sql<MemberRow>(
    `SELECT * FROM members WHERE chat_id = ? AND state = ${memberState.joined} AND user_id IN (${placeholders(people.length)})`,
    [head.chat_id, ...people.map(({ user }) => user)],
  );
  const roleOf = new Map(rows.map((row) => [row.user_id, row.role]));
  const isUntouched = ({ user, from, to }: ChangedRole): boolean => from !== to && roleOf.get(user) === to;
  let back = people.filter(isUntouched);
  const rises = back.some(({ from }) => from === memberRole.owner);
  const falls = back.some(({ to }) => to === memberRole.owner);
  // One of the two is gone or has another role by now: ownership stays where it is.
  if (rises !== falls) back = back.filter(({ from, to }) => from !== memberRole.owner && to !== memberRole.owner);
  if (back.length === 0) throw new AppError('GONE');
  await appendSystemLine(tx, head, line({ ev: 'undone', act: 'role' }));
  for (const { user, from, fromAt } of back)
    await writeRole(tx, head, { chat_id: head.chat_id, user_id: user }, { role: from, since: fromAt });
  return { people: back.map(({ user }) => toUserId(user)), reads: [] };
}
