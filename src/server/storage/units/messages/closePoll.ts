import { canDelete, isOver } from '#domain/permissions.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import { findOp } from '#server/storage/rows/findOp.ts';
import { loadSeat } from '#server/storage/rows/loadSeat.ts';
import { lockHead, type LockedHead } from '#server/storage/rows/lockHead.ts';
import { recordOp } from '#server/storage/rows/recordOp.ts';
import type { MemberRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { changedMessage } from './changedMessage.ts';
import type { MessageChange } from './changeTypes.ts';
import { loadPoll } from './loadPoll.ts';

export interface ClosePollInput {
  c: ChatId;
  userId: UserId;
  s: number;
  op: OpId;
}

/**
 * Ends a poll: votes that come later are refused, the others stand. Its creator may, and who may take away that person's messages. A repeat of `op`, or of the wish, gets the rev. Refusals: NOT_MEMBER, NOT_FOUND,
 * GONE, FORBIDDEN.
 */
export const closePoll = writeUnit(async (tx: Tx, input: ClosePollInput): Promise<MessageChange> => {
  const head = await lockHead(tx, input.c);
  const done = await findOp<{ r: number }>(tx, input.userId, input.op);
  if (done) return { r: done.r, personal: [], reads: [] };
  const member = await loadSeat(tx, head, input.userId);
  const { row, body } = await loadPoll(tx, head, member, input.s);
  if (!(await mayClose(tx, head, member, row))) throw new AppError('FORBIDDEN');
  const isChanged = body.done !== 1;
  if (isChanged) {
    head.rev += 1;
    // No edit: nothing that was said changes, so no earlier version is kept.
    Object.assign(row, { rev: head.rev, mark_rev: head.rev, body: JSON.stringify({ ...body, done: 1 }) });
    await tx.sql('UPDATE messages SET rev = ?, mark_rev = ?, body = ? WHERE chat_id = ? AND seq = ?', [
      row.rev,
      row.mark_rev,
      row.body,
      row.chat_id,
      row.seq,
    ]);
    await writeHead(tx, head);
  }
  await recordOp(tx, input.userId, input.op, { r: row.rev });
  return { r: row.rev, personal: [], ...(isChanged ? changedMessage(head, row, input.userId) : {}), reads: [] };
});

async function mayClose(tx: Tx, head: LockedHead, member: MemberRow, row: MessageRow): Promise<boolean> {
  if (row.sender_mid === member.mid) return !isOver(standingOf(head, member));
  const [author] = await tx.sql<{ role: number }>('SELECT role FROM members WHERE chat_id = ? AND mid = ?', [
    communityOf(head),
    row.sender_mid,
  ]);
  return canDelete(standingOf(head, member), author ?? { role: 0 });
}
