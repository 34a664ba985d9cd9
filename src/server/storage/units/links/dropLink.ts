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
import { changedMessage } from '#server/storage/units/messages/changedMessage.ts';
import type { MessageChange } from '#server/storage/units/messages/changeTypes.ts';
import { loadMessage } from '#server/storage/units/messages/loadMessage.ts';
import { writeExtras } from '#server/storage/units/messages/writeExtras.ts';
import { takeCardOff } from './takeCardOff.ts';

export interface DropLinkInput {
  c: ChatId;
  userId: UserId;
  s: number;
  op: OpId;
}

/** Takes the card of its link off a message, or sees to it that none is made. A repeat of `op`, or of the wish, gets the rev. Refusals: NOT_MEMBER, NOT_FOUND, GONE, FORBIDDEN. */
export const dropLink = writeUnit(async (tx: Tx, input: DropLinkInput): Promise<MessageChange> => {
  const head = await lockHead(tx, input.c);
  const done = await findOp<{ r: number }>(tx, input.userId, input.op);
  if (done) return { r: done.r, personal: [], reads: [] };
  const member = await loadSeat(tx, head, input.userId);
  const row = await loadMessage(tx, head, member, input.s);
  if (row.deleted_at !== null) throw new AppError('GONE');
  if (!(await mayDrop(tx, head, member, row))) throw new AppError('FORBIDDEN');
  const isChanged = await takeCardOff(tx, row);
  if (isChanged) {
    await writeExtras(tx, head, row, {});
    await writeHead(tx, head);
  }
  await recordOp(tx, input.userId, input.op, { r: row.rev });
  return { r: row.rev, personal: [], ...(isChanged ? changedMessage(head, row, input.userId) : {}), reads: [] };
});

async function mayDrop(tx: Tx, head: LockedHead, member: MemberRow, row: MessageRow): Promise<boolean> {
  if (row.sender_mid === member.mid) return !isOver(standingOf(head, member));
  const [author] = await tx.sql<{ role: number }>('SELECT role FROM members WHERE chat_id = ? AND mid = ?', [
    communityOf(head),
    row.sender_mid,
  ]);
  return canDelete(standingOf(head, member), author ?? { role: 0 });
}
