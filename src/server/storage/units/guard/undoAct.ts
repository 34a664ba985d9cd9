import type { ActId } from '#protocol/entities/guardedAct.ts';
import type { GuardedKind } from '#protocol/entities/guardedKinds.ts';
import type { SystemBody } from '#protocol/entities/messages.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import type { OwnedReadState } from '#server/storage/rows/readStates.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { enterSeat } from '#server/storage/units/chats/enterChat.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import { actState, type ActRow } from './actTypes.ts';
import { bringBackMessages } from './bringBackMessages.ts';
import { bringBackNames } from './bringBackNames.ts';
import { bringBackPeople } from './bringBackPeople.ts';
import { bringBackPlace } from './bringBackPlace.ts';
import { bringBackRoles } from './bringBackRoles.ts';
import { loadAct, wasGuardian } from './loadAct.ts';
import type { Undoing, Undone } from './undoTypes.ts';

export interface UndoInput {
  c: ChatId;
  user: UserId;
  id: ActId;
  op: OpId;
}

/** What an undo did; `reads`: read states whose unread mentions came back. */
export type UndoOutcome = ChatOutcome<{ r: number }> & { reads: OwnedReadState[] };

const undoBy: Record<GuardedKind, (undoing: Undoing) => Promise<Undone>> = {
  remove: bringBackPeople,
  role: bringBackRoles,
  rename: bringBackNames,
  delete: bringBackMessages,
  close: bringBackPlace,
};

/** Undoes a whole act, see `act.undo`. Throws NOT_MEMBER, NOT_FOUND, FORBIDDEN (did not lead the chat before it), WINDOW (too late), GONE. */
export const undoAct = writeUnit(async (tx: Tx, input: UndoInput): Promise<UndoOutcome> => {
  const { head, me, a, pver } = await enterSeat(tx, input.c, input.user);
  const people: UserId[] = [];
  const reads: OwnedReadState[] = [];
  const operation = { userId: input.user, op: input.op, name: 'act.undo' };
  const { result, isRepeat } = await withOp(tx, operation, async () => {
    const act = await loadAct(tx, input.c, input.id);
    if (act.state === actState.waiting) throw new AppError('NOT_FOUND');
    if (!wasGuardian(act, me.mid)) throw new AppError('FORBIDDEN');
    checkTime(act, tx.now);
    const mid = toMemberId(me.mid);
    const line = (body: SystemBody) => ({ mid, pver, nickname: me.nickname, body: { ...body, by: mid } });
    const undone = await undoBy[act.kind as GuardedKind]({ tx, head, act, line });
    await tx.sql(`UPDATE guarded_acts SET state = ${actState.undone}, decided_by = ?, decided_at = ? WHERE id = ?`, [
      me.mid,
      tx.now,
      act.id,
    ]);
    await writeHead(tx, head);
    people.push(...undone.people);
    await stampUrevs(tx, input.c, undone.people);
    reads.push(...undone.reads);
    return { r: head.rev };
  });
  const change = isRepeat ? undefined : await readChange(tx, input.c, a);
  return { result, ...(change ? { change } : {}), people, reads };
});

function checkTime(act: ActRow, now: number): void {
  if (act.state !== actState.done) throw new AppError('GONE');
  if ((act.undo_until ?? 0) <= now) throw new AppError('WINDOW');
}
