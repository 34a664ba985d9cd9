import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import { toMemberId, toUserId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';
import { keptNames } from '#server/storage/units/communities/checkName.ts';
import type { RemovedPerson, RemovePayload } from './actTypes.ts';
import { nameMissed } from './nameMissed.ts';
import type { Undoing, Undone } from './undoTypes.ts';

/**
 * Brings people back as if they had never been away: their rows kept floor, join, read position and counts, so only state and role return. What was written
 * meanwhile is theirs too, and unread. Who has come in again since keeps that membership and gets his role back. The cap does not count here: it must not
 * help to fill the chat with others. Who is in as many chats as one can be stays out.
 */
export async function bringBackPeople({ tx, head, act, line }: Undoing): Promise<Undone> {
  const { people } = JSON.parse(act.payload) as RemovePayload;
  const rows = await tx.sql<MemberRow>(
    `SELECT * FROM members WHERE chat_id = ? AND user_id IN (${placeholders(people.length)}) ORDER BY user_id`,
    [head.chat_id, ...people.map(({ user }) => user)],
  );
  const rowOf = new Map(rows.map((row) => [row.user_id, row]));
  const full = await findFull(tx, people);
  const isOut = (person: RemovedPerson): boolean => {
    const row = rowOf.get(person.user);
    // Whatever became of a ban since: another rev would mean that he came in again and left by himself.
    return (
      row !== undefined && row.state !== memberState.joined && row.leave_rev === person.rev && !full.has(person.user)
    );
  };
  const hasLessNow = ({ user, role }: RemovedPerson): boolean => {
    const row = rowOf.get(user);
    return row?.state === memberState.joined && row.role === memberRole.member && role > row.role;
  };
  const back = people.filter(isOut);
  const risen = people.filter(hasLessNow);
  if (back.length + risen.length === 0) throw new AppError('GONE');
  await appendSystemLine(tx, head, line({ ev: 'undone', act: 'remove', who: back.map(({ mid }) => toMemberId(mid)) }));
  const kept = head.kind === chatKind.community ? await keptNames(tx, head.chat_id) : new Set<string>();
  for (const person of back) {
    const key = rowOf.get(person.user)?.name_key ?? '';
    await restore(tx, head, person, kept.has(key));
  }
  for (const { user, role, roleAt } of risen)
    await tx.sql(
      'UPDATE members SET role = ?, role_at = ?, rev = ?, mver = mver + 1 WHERE chat_id = ? AND user_id = ?',
      [role, roleAt, head.rev, head.chat_id, user],
    );
  await nameMissed(tx, head.chat_id, back);
  head.members += back.length;
  head.mrev = head.rev;
  return { people: [...back, ...risen].map(({ user }) => toUserId(user)), reads: [] };
}

/**
 * A name of a community that somebody else took meanwhile, or that is kept for somebody who asks to come in (`isKept`), stays his; the other's is made unique
 * by his id, which only its order shows.
 */
async function restore(
  tx: Tx,
  { chat_id: c, rev }: LockedHead,
  { user, mid, role, roleAt }: RemovedPerson,
  isKept: boolean,
): Promise<void> {
  await tx.sql(
    `UPDATE members SET state = ${memberState.joined}, role = ?, role_at = ?, rev = ?, leave_rev = NULL, left_at = NULL, back_at = ?, mver = mver + 1,
      name_key = CASE WHEN ? = 1 OR EXISTS (SELECT 1 FROM members o WHERE o.chat_id = members.chat_id AND o.state = ${memberState.joined}
        AND o.name_key = members.name_key AND o.user_id <> members.user_id AND members.mid <> members.user_id)
        THEN name_key || ? ELSE name_key END
      WHERE chat_id = ? AND user_id = ?`,
    [role, roleAt, rev, tx.now, isKept ? 1 : 0, ` ${mid}`, c, user],
  );
}

async function findFull(tx: Tx, people: readonly RemovedPerson[]): Promise<Set<number>> {
  const rows = await tx.sql<{ user_id: number }>(
    `SELECT user_id FROM members WHERE state = ${memberState.joined} AND user_id IN (${placeholders(people.length)})
      GROUP BY user_id HAVING count(*) >= ${limits.chatsMax}`,
    people.map(({ user }) => user),
  );
  return new Set(rows.map((row) => row.user_id));
}
