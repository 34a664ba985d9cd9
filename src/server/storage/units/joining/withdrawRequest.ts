import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { lockHead } from '#server/storage/rows/lockHead.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { closeRequests } from './closeRequests.ts';
import { tellApprovers } from './tellApprovers.ts';

/** Takes back the own request. Throws NOT_FOUND where none waits, whatever the chat is. */
export const withdrawRequest = writeUnit(
  async (tx: Tx, input: { c: ChatId; user: UserId; op: OpId }): Promise<ChatOutcome<Record<string, never>>> => {
    const people: UserId[] = [];
    const head = await lockHead(tx, input.c).catch(toNotFound);
    const { result } = await withOp(tx, { userId: input.user, op: input.op, name: 'request.withdraw' }, async () => {
      if (!(await closeRequests(tx, head, [input.user], requestState.withdrawn))) throw new AppError('NOT_FOUND');
      people.push(...(await tellApprovers(tx, head)));
      await stampUrevs(tx, input.c, people);
      return {};
    });
    return { result, people };
  },
);

function toNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === 'NOT_MEMBER') throw new AppError('NOT_FOUND');
  throw error;
}
