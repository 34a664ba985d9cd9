import { canSetRole, rightsWait } from '#domain/permissions.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, MemberId, OpId, UserId } from '#protocol/ids.ts';
import { toMemberId, toUserId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChangedRole, RolePayload } from '#server/storage/units/guard/actTypes.ts';
import { noteAct } from '#server/storage/units/guard/noteAct.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import type { ChatOutcome } from './chatOutcome.ts';
import { enterChat, type Entered } from './enterChat.ts';
import { writeRole } from './removeMember.ts';
import { stampUrevs } from './stampUrevs.ts';

export interface SetRoleInput {
  c: ChatId;
  user: UserId;
  member: MemberId;
  role: number;
  op: OpId;
}

/**
 * Gives or takes a role; with `owner` the giver becomes an admin. Nobody rises within a day of coming in (WINDOW), founding members and the people of a new
 * group included: a group works with its owner alone for a day, and every exception would be a way for a stolen account. Throws NOT_MEMBER, FORBIDDEN,
 * NOT_FOUND (not in), FULL (100 admins).
 */
export const setRole = writeUnit(async (tx: Tx, input: SetRoleInput): Promise<ChatOutcome<{ r: number }>> => {
  const entered = await enterChat(tx, input.c, input.user);
  const { head, me, a } = entered;
  const people: UserId[] = [];
  const operation = { userId: input.user, op: input.op, name: 'chat.role' };
  const { result, isRepeat } = await withOp(tx, operation, async () => {
    const [other] = await tx.sql<MemberRow>('SELECT * FROM members WHERE chat_id = ? AND mid = ?', [
      input.c,
      input.member,
    ]);
    if (other?.state !== memberState.joined) throw new AppError('NOT_FOUND');
    if (other.role === input.role) return { r: head.rev };
    if (!canSetRole(standingOf(head, me), other, input.role)) throw new AppError('FORBIDDEN');
    const waitMs = input.role > other.role ? rightsWait(other.joined_at, tx.now) : 0;
    if (waitMs > 0) throw new AppError('WINDOW', { retry: waitMs });
    if (input.role >= memberRole.admin) await checkAdmins(tx, entered, other, input.role);
    await change(tx, entered, other, input.role);
    people.push(toUserId(other.user_id), ...(input.role === memberRole.owner ? [input.user] : []));
    await writeHead(tx, head);
    await stampUrevs(tx, input.c, people);
    return { r: head.rev };
  });
  const delta = isRepeat ? undefined : await readChange(tx, input.c, a);
  return { result, ...(delta ? { change: delta } : {}), people };
});

/** Room for one more admin; a hand-over makes one out of the giver. */
async function checkAdmins(tx: Tx, { head }: Entered, other: MemberRow, role: number): Promise<void> {
  const [row] = await tx.sql<{ count: number }>(
    `SELECT count(*) AS count FROM members WHERE chat_id = ? AND state = ${memberState.joined} AND role = ${memberRole.admin}`,
    [head.chat_id],
  );
  const leaves = role === memberRole.owner && other.role === memberRole.admin ? 1 : 0;
  if ((row?.count ?? 0) - leaves >= limits.adminsMax) throw new AppError('FULL');
}

async function change(tx: Tx, { head, me, pver }: Entered, other: MemberRow, role: number): Promise<void> {
  const isHandOver = role === memberRole.owner;
  const changes = [toChange(other, role), ...(isHandOver ? [toChange(me, memberRole.admin)] : [])];
  await noteAct<RolePayload>(tx, { c: head.chat_id, by: me.mid, rev: head.rev, kind: 'role' }, (so) =>
    withChanges(so, changes),
  );
  const mid = toMemberId(me.mid);
  const who = [toMemberId(other.mid)];
  const body = isHandOver ? { ev: 'owner' as const, by: mid, who } : { ev: 'role' as const, by: mid, who, role };
  await appendSystemLine(tx, head, { mid, pver, nickname: me.nickname, body });
  // The giver first: there is never a moment with two owners.
  if (isHandOver) await writeRole(tx, head, me, { role: memberRole.admin, since: tx.now });
  await writeRole(tx, head, other, { role, since: tx.now });
}

const toChange = (member: MemberRow, to: number): ChangedRole => ({
  user: member.user_id,
  mid: member.mid,
  from: member.role,
  fromAt: member.role_at,
  to,
});

/** Of several changes of one person's role the first `from` and the last `to` stay. */
function withChanges(so: RolePayload | undefined, changes: readonly ChangedRole[]): RolePayload {
  const people = new Map((so?.people ?? []).map((person) => [person.mid, person]));
  for (const one of changes) {
    const before = people.get(one.mid);
    people.set(one.mid, before ? { ...before, to: one.to } : one);
  }
  return { people: [...people.values()] };
}
