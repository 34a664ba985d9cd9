import { canRemove } from '#domain/permissions.ts';
import type { ActId } from '#protocol/entities/guardedAct.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, MemberId, OpId, UserId } from '#protocol/ids.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { removePeople } from '#server/storage/units/guard/removePeople.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import type { ChatOutcome } from './chatOutcome.ts';
import { enterChat } from './enterChat.ts';

export interface KickInput {
  c: ChatId;
  user: UserId;
  members: MemberId[];
  op: OpId;
}

/**
 * Removes members of lower role, or makes their removal wait (`act`); who is not in is passed over. Throws NOT_MEMBER, NOT_FOUND (nobody of them is in),
 * FORBIDDEN (one of them is not below the asker: then nobody is removed), WINDOW (an earlier removal of the asker waits).
 */
export const kickMembers = writeUnit(
  async (tx: Tx, input: KickInput): Promise<ChatOutcome<{ r: number; act?: ActId }>> => {
    const entered = await enterChat(tx, input.c, input.user);
    const { head, me, a } = entered;
    const people: UserId[] = [];
    const operation = { userId: input.user, op: input.op, name: 'chat.kick' };
    const { result, isRepeat } = await withOp(tx, operation, async () => {
      const mids = [...new Set(input.members)];
      const others = await tx.sql<MemberRow>(
        `SELECT * FROM members WHERE chat_id = ? AND state = ${memberState.joined} AND mid IN (${placeholders(mids.length)})
          ORDER BY user_id`,
        [input.c, ...mids],
      );
      if (others.length === 0) throw new AppError('NOT_FOUND');
      if (others.some((other) => !canRemove(standingOf(head, me), other))) throw new AppError('FORBIDDEN');
      const { users, ...answer } = await removePeople(tx, entered, others, false);
      people.push(...users);
      return answer;
    });
    const change = isRepeat ? undefined : await readChange(tx, input.c, a);
    return { result, ...(change ? { change } : {}), people };
  },
);
