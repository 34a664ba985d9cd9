import { canDelete, isInUnsendWindow } from '#domain/permissions.ts';
import type { ChatMeta } from '#protocol/entities/chat.ts';
import { memberRole } from '#protocol/entities/member.ts';
import { messageKind } from '#protocol/entities/message.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { findOp } from '#server/storage/rows/findOp.ts';
import { loadMember } from '#server/storage/rows/loadMember.ts';
import { lockHead, type LockedHead } from '#server/storage/rows/lockHead.ts';
import { recordOp } from '#server/storage/rows/recordOp.ts';
import type { ChatRow, MemberRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { toMeta } from '#server/storage/rows/toMeta.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { readPins } from '#server/storage/units/chats/readPins.ts';
import { writePins } from '#server/storage/units/chats/writePins.ts';
import { keepDeleted } from '#server/storage/units/guard/keepDeleted.ts';
import { changedMessage } from './changedMessage.ts';
import type { MessageChange } from './changeTypes.ts';
import { dropMentions } from './dropMentions.ts';
import { loadMessage } from './loadMessage.ts';
import { readsOfMids } from './readsOfMids.ts';
import { refreshPreview } from './refreshPreview.ts';

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
  const member = await loadMember(tx, input.c, input.userId);
  const row = await loadMessage(tx, head, member, input.s);
  await requireRight(tx, head, member, row);
  const isChanged = row.deleted_at === null;
  if (isChanged && row.sender_mid !== member.mid) await keepDeleted(tx, head, member, row);
  const mids = isChanged ? await dropMentions(tx, row, []) : [];
  const meta = isChanged ? await emptyMessage(tx, head, row, member.mid) : undefined;
  await recordOp(tx, input.userId, input.op, { r: row.rev });
  const reads = await readsOfMids(tx, input.c, mids);
  // A hidden message has one person who may see it: its sender, who is the one asking.
  return { r: row.rev, personal: [], ...(isChanged ? changedMessage(head, row, input.userId, meta) : {}), reads };
});

/** The sender may for a day; of others' messages, who has the right and a higher role than they. */
async function requireRight(tx: Tx, head: LockedHead, member: MemberRow, row: MessageRow): Promise<void> {
  if (row.kind === messageKind.system) throw new AppError('FORBIDDEN');
  const isOwn = row.sender_mid === member.mid;
  const [author] = await tx.sql<{ role: number }>('SELECT role FROM members WHERE chat_id = ? AND mid = ?', [
    member.chat_id,
    row.sender_mid,
  ]);
  const isDeleter = canDelete(standingOf(head, member), isOwn ? { role: memberRole.member } : (author ?? { role: 0 }));
  if (!isOwn && !isDeleter) throw new AppError('FORBIDDEN');
  if (row.deleted_at === null && !isDeleter && !isInUnsendWindow(row.created_at, tx.now)) throw new AppError('WINDOW');
}

/** Answers the slow part of the chat when it changed too. */
async function emptyMessage(tx: Tx, head: LockedHead, row: MessageRow, byMid: number): Promise<ChatMeta | undefined> {
  head.rev += 1;
  const key = [row.chat_id, row.seq];
  if (row.mention_all) {
    head.ma = JSON.stringify((JSON.parse(head.ma) as number[]).filter((seq) => seq !== row.seq));
    await tx.sql('DELETE FROM mention_alls WHERE chat_id = ? AND seq = ?', key);
  }
  Object.assign(row, { rev: head.rev, body: '{}', deleted_at: Math.max(tx.now, row.created_at), deleted_by: byMid });
  Object.assign(row, { mention_ids: null, mention_all: 0, rx: null });
  await tx.sql(
    `UPDATE messages SET rev = ?, body = '{}', deleted_at = ?, deleted_by = ?, mention_ids = NULL, mention_all = 0, rx = NULL
      WHERE chat_id = ? AND seq = ?`,
    [row.rev, row.deleted_at, byMid, ...key],
  );
  await tx.sql('DELETE FROM reactions WHERE chat_id = ? AND seq = ?', key);
  await tx.sql('DELETE FROM message_versions WHERE chat_id = ? AND seq = ?', key);
  refreshPreview(head, row);
  await writeHead(tx, head);
  return endPin(tx, head, row.seq);
}

/** Takes the message from the top of the chat, if it is there. */
async function endPin(tx: Tx, head: LockedHead, seq: number): Promise<ChatMeta | undefined> {
  const pins = await readPins(tx, head.chat_id);
  const rest = pins.filter(({ s }) => s !== seq);
  if (rest.length === pins.length) return undefined;
  await writePins(tx, head, rest);
  const [chat] = await tx.sql<ChatRow>('SELECT * FROM chats WHERE id = ?', [head.chat_id]);
  return chat && toMeta(chat);
}
