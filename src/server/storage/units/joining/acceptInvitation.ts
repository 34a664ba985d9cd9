import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { lockHead } from '#server/storage/rows/lockHead.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { findOp, withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import { admitPerson } from './admitPerson.ts';
import { endInvitation } from './endInvitation.ts';
import { loadRequest, loadState } from './loadRequest.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import { tellApprovers } from './tellApprovers.ts';

export interface AcceptInput {
  c: ChatId;
  user: UserId;
  accept: boolean;
  op: OpId;
}

/** Answers an invitation. Who declines is as if he had left. Throws NOT_MEMBER (no invitation), FULL, GONE. */
export const acceptInvitation = writeUnit(async (tx: Tx, input: AcceptInput): Promise<ChatOutcome<{ r: number }>> => {
  const operation = { userId: input.user, op: input.op, name: 'chat.accept' };
  const done = await findOp<{ r: number }>(tx, operation);
  if (done) return { result: done.result, people: [] };
  const head = await lockHead(tx, input.c);
  const a = head.rev;
  const people: UserId[] = [input.user];
  const { result } = await withOp(tx, operation, async () => {
    if ((await loadState(tx, input.c, input.user)) !== memberState.invited) throw new AppError('NOT_MEMBER');
    if (input.accept) {
      const request = await loadRequest(tx, input.c, input.user);
      await admitPerson(tx, head, { user: input.user });
      if (request?.state === requestState.waiting) people.push(...(await tellApprovers(tx, head)));
    } else await endInvitation(tx, head, input.user);
    await writeHead(tx, head);
    await stampUrevs(tx, input.c, people);
    return { r: head.rev };
  });
  const change = await readChange(tx, input.c, a);
  return { result, ...(change ? { change } : {}), people };
});
