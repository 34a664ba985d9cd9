import { canLeave, isOver } from '#domain/permissions.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { toMemberId, toUserId } from '#protocol/casts.ts';
import { appendLine } from '#server/storage/rows/appendLine.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp, findOp } from '#server/storage/units/accounts/withOp.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import type { ChatOutcome } from './chatOutcome.ts';
import { enterChat, readPver, type Entered } from './enterChat.ts';
import { removeMember, writeRole } from './removeMember.ts';
import { stampUrevs } from './stampUrevs.ts';

export interface LeaveInput {
  c: ChatId;
  user: UserId;
  /** without a line about it */
  quiet?: boolean | undefined;
  op: OpId;
}

/**
 * Leaves a group or community. The owner of a group hands it to whoever has been in it longest; the owner of a community has to hand it over or to
 * close it himself first, unless he is alone. Throws NOT_MEMBER, FORBIDDEN (1:1 chats), OWNER.
 */
export const leaveChat = writeUnit(async (tx: Tx, input: LeaveInput): Promise<ChatOutcome<{ r: number }>> => {
  const operation = { userId: input.user, op: input.op, name: 'chat.leave' };
  // Asked before the membership: whoever repeats a leave is no member any more.
  const done = await findOp<{ r: number }>(tx, operation);
  if (done) return { result: done.result, people: [] };
  const entered = await enterChat(tx, input.c, input.user);
  const { head, me, a, pver } = entered;
  const people: UserId[] = [input.user];
  const { result } = await withOp(tx, operation, async () => {
    const standing = standingOf(head, me);
    if (!canLeave(standing)) throw new AppError('FORBIDDEN');
    const mid = toMemberId(me.mid);
    const isLed = me.role === memberRole.owner && head.kind === chatKind.community && !isOver(standing);
    if (isLed && head.members > 1) throw new AppError('OWNER');
    // Quietly: then only the list of members changes.
    if (input.quiet === true) head.rev += 1;
    else await appendLine(tx, head, { mid, pver, nickname: me.nickname, body: { ev: 'left', by: mid } });
    await removeMember(tx, head, me, memberState.left);
    if (me.role === memberRole.owner && !isOver(standing)) people.push(...(await handOver(tx, entered)));
    await writeHead(tx, head);
    await stampUrevs(tx, input.c, people);
    return { r: head.rev };
  });
  const change = await readChange(tx, input.c, a);
  return { result, ...(change ? { change } : {}), people };
});

/** The next owner, with a line of his own: one rev tells one thing. Nobody, when the group is empty now. */
async function handOver(tx: Tx, { head }: Entered): Promise<UserId[]> {
  const [heir] = await tx.sql<MemberRow>(
    `SELECT * FROM members WHERE chat_id = ? AND state = ${memberState.joined} ORDER BY join_rev, mid LIMIT 1`,
    [head.chat_id],
  );
  if (!heir) return [];
  const mid = toMemberId(heir.mid);
  const pver = await readPver(tx, toUserId(heir.user_id));
  await appendLine(tx, head, { mid, pver, body: { ev: 'owner', who: [mid] } });
  await writeRole(tx, head, heir, { role: memberRole.owner, since: tx.now });
  return [toUserId(heir.user_id)];
}
