import { canApprove } from '#domain/permissions.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, MemberId, OpId, UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { enterChat } from '#server/storage/units/chats/enterChat.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import { admitPerson } from './admitPerson.ts';
import { loadState } from './loadRequest.ts';
import { tellApprovers } from './tellApprovers.ts';

export interface DecideInput {
  c: ChatId;
  user: UserId;
  asker: MemberId;
  accept: boolean;
  op: OpId;
}

/** `declined`: who was refused; his devices are told, because no row of his says so. */
export type Decided = ChatOutcome<{ r: number }> & { declined?: UserId };

/** Lets somebody in who waits, or refuses. Of two who decide at once the second finds nobody. Throws NOT_MEMBER, FORBIDDEN, GONE, FULL, BANNED. */
export const decideRequest = writeUnit(async (tx: Tx, input: DecideInput): Promise<Decided> => {
  const { head, me, a } = await enterChat(tx, input.c, input.user);
  const people: UserId[] = [];
  let declined: UserId | undefined;
  const operation = { userId: input.user, op: input.op, name: 'request.decide' };
  const { result, isRepeat } = await withOp(tx, operation, async () => {
    if (!canApprove(standingOf(head, me))) throw new AppError('FORBIDDEN');
    const [request] = await tx.sql<{ user_id: number; name: string }>(
      `SELECT user_id, name FROM join_requests WHERE chat_id = ? AND mid = ? AND state = ${requestState.waiting}`,
      [input.c, input.asker],
    );
    if (!request) throw new AppError('GONE');
    const asker = toUserId(request.user_id);
    if (input.accept) {
      if ((await loadState(tx, input.c, asker)) === memberState.banned) throw new AppError('BANNED');
      await admitPerson(tx, head, { user: asker, nn: request.name });
      await writeHead(tx, head);
      people.push(asker);
    } else declined = asker;
    await tx.sql(
      'UPDATE join_requests SET state = ?, decided_by = ?, decided_at = ? WHERE chat_id = ? AND user_id = ?',
      [input.accept ? requestState.accepted : requestState.refused, me.mid, tx.now, input.c, asker],
    );
    people.push(...(await tellApprovers(tx, head)));
    await stampUrevs(tx, input.c, people);
    return { r: head.rev };
  });
  const change = isRepeat ? undefined : await readChange(tx, input.c, a);
  return { result, ...(change ? { change } : {}), people, ...(declined === undefined ? {} : { declined }) };
});
