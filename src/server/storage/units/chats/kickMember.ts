import { canRemove } from '#domain/permissions.ts';
import { memberState } from '#protocol/entities/member.ts';
import { AppError } from '#protocol/errors.ts';
import { toMemberId, toUserId, type ChatId, type MemberId, type OpId, type UserId } from '#protocol/ids.ts';
import { appendLine } from '#server/storage/rows/appendLine.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import type { ChatOutcome } from './chatOutcome.ts';
import { enterChat } from './enterChat.ts';
import { removeMember } from './removeMember.ts';
import { stampUrevs } from './stampUrevs.ts';

export interface KickInput {
  c: ChatId;
  user: UserId;
  member: MemberId;
  op: OpId;
}

/** Removes a member of lower role. Throws NOT_MEMBER, NOT_FOUND (no such member now), FORBIDDEN. */
export const kickMember = writeUnit(async (tx: Tx, input: KickInput): Promise<ChatOutcome<{ r: number }>> => {
  const { head, me, a, pver } = await enterChat(tx, input.c, input.user);
  const people: UserId[] = [];
  const { result, isRepeat } = await withOp(tx, { userId: input.user, op: input.op, name: 'chat.kick' }, async () => {
    const [other] = await tx.sql<MemberRow>('SELECT * FROM members WHERE chat_id = ? AND mid = ?', [
      input.c,
      input.member,
    ]);
    if (other?.state !== memberState.joined) throw new AppError('NOT_FOUND');
    if (!canRemove(standingOf(head, me), other)) throw new AppError('FORBIDDEN');
    const mid = toMemberId(me.mid);
    await appendLine(tx, head, { mid, pver, body: { ev: 'removed', by: mid, who: [input.member] } });
    await removeMember(tx, head, other, memberState.kicked);
    await writeHead(tx, head);
    people.push(toUserId(other.user_id));
    await stampUrevs(tx, input.c, people);
    return { r: head.rev };
  });
  const change = isRepeat ? undefined : await readChange(tx, input.c, a);
  return { result, ...(change ? { change } : {}), people };
});
