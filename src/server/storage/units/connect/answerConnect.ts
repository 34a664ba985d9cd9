import { AppError } from '#protocol/errors.ts';
import type { ChatId, MemberId, OpId, UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { findWaiting } from './listConnects.ts';
import { connectState, meet } from './meet.ts';

export interface AnswerInput {
  c: ChatId;
  user: UserId;
  member: MemberId;
  accept: boolean;
  op: OpId;
}

/** Answers a question; both are friends then, or nothing is different. `people`: whose friends changed. Throws NOT_FOUND. */
export const answerConnect = writeUnit(
  async (tx: Tx, input: AnswerInput): Promise<{ result: Record<string, never>; people: UserId[] }> => {
    const people: UserId[] = [];
    const operation = { userId: input.user, op: input.op, name: 'connect.answer' };
    const { result } = await withOp(tx, operation, async () => {
      const [asked] = await findWaiting(tx, input.user, 'AND r.chat_id = ? AND m.mid = ?', [input.c, input.member]);
      if (!asked) throw new AppError('NOT_FOUND');
      const peer = toUserId(asked.from_user);
      if (input.accept) {
        await meet(tx, input.user, peer);
        people.push(input.user, peer);
      } else
        await tx.sql(
          `UPDATE connect_requests SET state = ${connectState.declined}, at = ? WHERE chat_id = ? AND from_user = ? AND to_user = ?`,
          [tx.now, input.c, peer, input.user],
        );
      return {};
    });
    return { result, people };
  },
);
