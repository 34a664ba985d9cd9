import { approvalWait, isGuardian } from '#domain/guardRules.ts';
import { hasRight } from '#domain/permissions.ts';
import type { ActId } from '#protocol/entities/guardedAct.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { enterChat } from '#server/storage/units/chats/enterChat.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import { actState, type ActRow } from './actTypes.ts';
import { callOff, carryOut } from './carryOut.ts';
import { loadAct, wasGuardian } from './loadAct.ts';

export interface DecideInput {
  c: ChatId;
  user: UserId;
  id: ActId;
  /** false: call it off */
  ok: boolean;
  op: OpId;
}

/**
 * A second admin lets a removal that waits happen, or somebody who leads the chat, or who asked for it, calls it off. Throws NOT_MEMBER, NOT_FOUND, GONE
 * (decided already), FORBIDDEN, WINDOW (an admin of less than a day).
 */
export const decideAct = writeUnit(async (tx: Tx, input: DecideInput): Promise<ChatOutcome<{ r: number }>> => {
  const { head, me, a } = await enterChat(tx, input.c, input.user);
  const people: UserId[] = [];
  const operation = { userId: input.user, op: input.op, name: 'act.decide' };
  const { result, isRepeat } = await withOp(tx, operation, async () => {
    const act = await loadAct(tx, input.c, input.id);
    // Who may not know of it hears that there is none.
    if (!mayCallOff(act, me)) throw new AppError('NOT_FOUND');
    if (act.state !== actState.waiting) throw new AppError('GONE');
    if (input.ok) {
      const isSecond = act.by_mid !== me.mid && isGuardian(me.role) && hasRight(standingOf(head, me), 'kick');
      if (!isSecond) throw new AppError('FORBIDDEN');
      const waitMs = approvalWait(me.role_at ?? me.joined_at, tx.now);
      if (waitMs > 0) throw new AppError('WINDOW', { retry: waitMs });
      people.push(...(await carryOut(tx, head, { act, by: me.mid })));
    } else await callOff(tx, head, { act, by: me.mid });
    return { r: head.rev };
  });
  const change = isRepeat ? undefined : await readChange(tx, input.c, a);
  return { result, ...(change ? { change } : {}), people };
});

const mayCallOff = (act: ActRow, me: MemberRow): boolean =>
  act.by_mid === me.mid || isGuardian(me.role) || wasGuardian(act, me.mid);
