import { canWithdraw } from '#domain/permissions.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, MemberId, OpId, UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { enterChat } from '#server/storage/units/chats/enterChat.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import { endInvitation } from './endInvitation.ts';

export interface WithdrawInvitationInput {
  c: ChatId;
  user: UserId;
  member: MemberId;
  op: OpId;
}

/** Takes back an invitation that nobody has answered. Throws NOT_MEMBER, FORBIDDEN, NOT_FOUND (no such invitation). */
export const withdrawInvitation = writeUnit(
  async (tx: Tx, input: WithdrawInvitationInput): Promise<ChatOutcome<{ r: number }>> => {
    const { head, me, a } = await enterChat(tx, input.c, input.user);
    const people: UserId[] = [];
    const operation = { userId: input.user, op: input.op, name: 'invitation.withdraw' };
    const { result, isRepeat } = await withOp(tx, operation, async () => {
      const [invited] = await tx.sql<{ user_id: number; invited_by: number | null }>(
        `SELECT user_id, invited_by FROM members WHERE chat_id = ? AND mid = ? AND state = ${memberState.invited}`,
        [input.c, input.member],
      );
      const isMine = invited?.invited_by === me.mid;
      if (!canWithdraw(standingOf(head, me), isMine)) throw new AppError('FORBIDDEN');
      if (!invited) throw new AppError('NOT_FOUND');
      people.push(toUserId(invited.user_id));
      await endInvitation(tx, head, toUserId(invited.user_id));
      await writeHead(tx, head);
      await stampUrevs(tx, input.c, people);
      return { r: head.rev };
    });
    const change = isRepeat ? undefined : await readChange(tx, input.c, a);
    return { result, ...(change ? { change } : {}), people };
  },
);
