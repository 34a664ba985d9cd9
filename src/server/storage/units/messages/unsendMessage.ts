import { canDelete, isInUnsendWindow } from '#domain/permissions.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import { findOp } from '#server/storage/rows/findOp.ts';
import { loadSeat } from '#server/storage/rows/loadSeat.ts';
import { lockHead, type LockedHead } from '#server/storage/rows/lockHead.ts';
import { recordOp } from '#server/storage/rows/recordOp.ts';
import type { MemberRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { keepDeleted } from '#server/storage/units/guard/keepDeleted.ts';
import { changedMessage } from './changedMessage.ts';
import type { MessageChange } from './changeTypes.ts';
import { loadMessage } from './loadMessage.ts';
import { readsOfMids } from './readsOfMids.ts';
import { recordRemoval, removeMessage } from './removeMessage.ts';

export interface UnsendInput {
  c: ChatId;
  userId: UserId;
  s: number;
  op: OpId;
}

/**
 * Takes a message back: its text, earlier texts, mentions and reactions go, its place and ordinal stay. The sender may for a day, moderators of a larger chat at
 * any time; what somebody else takes away can be brought back for a while. An announcement ends with its message. Of a message already taken back it answers the rev. Refusals: NOT_MEMBER, NOT_FOUND, FORBIDDEN, WINDOW.
 */
export const unsendMessage = writeUnit(async (tx: Tx, input: UnsendInput): Promise<MessageChange> => {
  const head = await lockHead(tx, input.c);
  const done = await findOp<{ r: number }>(tx, input.userId, input.op);
  if (done) return { r: done.r, personal: [], reads: [] };
  const member = await loadSeat(tx, head, input.userId);
  const row = await loadMessage(tx, head, member, input.s);
  await requireRight(tx, head, member, row);
  const isChanged = row.deleted_at === null;
  if (isChanged && row.sender_mid !== member.mid) {
    await keepDeleted(tx, head, member, row);
    await recordRemoval(tx, head, row, member.mid);
  }
  const { mids, meta, keepers } = isChanged
    ? await removeMessage(tx, head, row, member.mid)
    : { mids: [], meta: undefined, keepers: [] };
  await recordOp(tx, input.userId, input.op, { r: row.rev });
  const reads = await readsOfMids(tx, head, mids);
  // A hidden message has one person who may see it: its sender, who is the one asking.
  return {
    r: row.rev,
    personal: [],
    ...(isChanged ? changedMessage(head, row, input.userId, meta) : {}),
    reads,
    keepers,
  };
});

/** The sender may for a day; of others' messages, who has the right and a higher role than they. */
async function requireRight(tx: Tx, head: LockedHead, member: MemberRow, row: MessageRow): Promise<void> {
  if (row.kind === messageKind.system) throw new AppError('FORBIDDEN');
  const isOwn = row.sender_mid === member.mid;
  const [author] = await tx.sql<{ role: number }>('SELECT role FROM members WHERE chat_id = ? AND mid = ?', [
    communityOf(head),
    row.sender_mid,
  ]);
  const isDeleter = canDelete(standingOf(head, member), isOwn ? { role: memberRole.member } : (author ?? { role: 0 }));
  if (!isOwn && !isDeleter) throw new AppError('FORBIDDEN');
  if (row.deleted_at === null && !isDeleter && !isInUnsendWindow(row.created_at, tx.now)) throw new AppError('WINDOW');
}
