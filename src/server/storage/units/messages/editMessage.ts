import { namesAll } from '#domain/namesAll.ts';
import { isInEditWindow } from '#domain/permissions.ts';
import type { TextBody } from '#protocol/entities/bodies/textBody.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { findOp } from '#server/storage/rows/findOp.ts';
import { loadSeat } from '#server/storage/rows/loadSeat.ts';
import { lockHead, type LockedHead } from '#server/storage/rows/lockHead.ts';
import { recordOp } from '#server/storage/rows/recordOp.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { placeLinks } from '#server/storage/units/files/useFiles.ts';
import { linkOf } from '#server/storage/units/links/linkOf.ts';
import { placeLinkJobs } from '#server/storage/units/links/placeLinkJobs.ts';
import { takeCardOff } from '#server/storage/units/links/takeCardOff.ts';
import { addMentions } from './addMentions.ts';
import { changedMessage } from './changedMessage.ts';
import type { MessageChange } from './changeTypes.ts';
import { checkEdit, markEdited } from './checkEdit.ts';
import { dropMentions } from './dropMentions.ts';
import { loadMessage } from './loadMessage.ts';
import { mentionedMids } from './mentionedMids.ts';
import { readsOfMids } from './readsOfMids.ts';
import { refreshPreview } from './refreshPreview.ts';

export interface EditInput {
  c: ChatId;
  userId: UserId;
  s: number;
  b: TextBody;
  op: OpId;
}

/**
 * Replaces the text of an own message and keeps the earlier one. A repeat of `op` gets the first answer. Refusals: NOT_MEMBER, NOT_FOUND, FORBIDDEN (another
 * person's, forwarded, or no text; or it names everybody where the message did not), GONE (unsent), WINDOW (older than a day), and what would refuse the new text as a message: MUTED, FROZEN, SLOW (new here), FILTERED.
 */
export const editMessage = writeUnit(async (tx: Tx, input: EditInput): Promise<MessageChange> => {
  const head = await lockHead(tx, input.c);
  const done = await findOp<{ r: number }>(tx, input.userId, input.op);
  if (done) return { r: done.r, personal: [], reads: [] };
  const member = await loadSeat(tx, head, input.userId);
  const row = await loadMessage(tx, head, member, input.s);
  if (row.sender_mid !== member.mid || row.kind !== messageKind.text) throw new AppError('FORBIDDEN');
  const { silent, ask, fw } = JSON.parse(row.body) as TextBody;
  // Whoever passes on another one's words does not change them.
  if (fw !== undefined || input.b.fw !== undefined) throw new AppError('FORBIDDEN');
  // Everybody hears of it when it is sent, or not at all.
  if (namesAll(input.b) && row.mention_all === 0) throw new AppError('FORBIDDEN');
  if (row.deleted_at !== null) throw new AppError('GONE');
  if (!isInEditWindow(row.created_at, tx.now)) throw new AppError('WINDOW');
  const { ask: _ask, ...words } = input.b;
  // Whether it asks for a confirmation was said when it was sent: people have answered that.
  const body = JSON.stringify({ ...words, ...(ask ? { ask } : {}), ...(silent ? { silent } : {}) });
  const verdict = await checkEdit(tx, head, member, row, input);
  const isChanged = body !== row.body;
  const mids = isChanged ? await replaceBody(tx, head, row, body, input) : [];
  if (isChanged && verdict) await markEdited(tx, row, verdict);
  await recordOp(tx, input.userId, input.op, { r: row.rev });
  const reads = await readsOfMids(tx, head, mids);
  return { r: row.rev, personal: [], ...(isChanged ? changedMessage(head, row, input.userId) : {}), reads };
});

/** Stores the new text under the next rev; answers the members whose mentions changed. */
async function replaceBody(tx: Tx, head: LockedHead, row: MessageRow, body: string, input: EditInput) {
  head.rev += 1;
  await tx.sql('INSERT INTO message_versions (chat_id, seq, rev, body, at) VALUES (?, ?, ?, ?, ?)', [
    row.chat_id,
    row.seq,
    head.rev,
    row.body,
    row.edited_at ?? row.created_at,
  ]);
  const hasOtherLink = linkOf(row.kind, JSON.parse(row.body) as TextBody) !== linkOf(row.kind, input.b);
  const mids = mentionedMids(input.b);
  const dropped = await dropMentions(tx, row, mids);
  row.rev = head.rev;
  row.body = body;
  row.mention_ids = mids.length > 0 ? JSON.stringify(mids) : null;
  // Like sending times, an edit never seems older than what it changes, whatever the clock does.
  row.edited_at = Math.max(tx.now, row.edited_at ?? row.created_at);
  await tx.sql('UPDATE messages SET rev = ?, body = ?, mention_ids = ?, edited_at = ? WHERE chat_id = ? AND seq = ?', [
    row.rev,
    row.body,
    row.mention_ids,
    row.edited_at,
    row.chat_id,
    row.seq,
  ]);
  await placeLinks(tx, row, input.b, true);
  if (hasOtherLink) await remakeCard(tx, row, input.b);
  refreshPreview(head, row);
  await writeHead(tx, head);
  if (row.hidden_for !== null) return [];
  const source = { seq: row.seq, senderMid: toMemberId(row.sender_mid), senderId: input.userId };
  return [...dropped, ...(await addMentions(tx, head, source, mids))];
}

/** The card of another link goes at once; that of the new one comes when it is made. A card that its sender took off stays off as long as the link stays. */
async function remakeCard(tx: Tx, row: MessageRow, b: TextBody): Promise<void> {
  if (await takeCardOff(tx, row)) {
    row.mark_rev = row.rev;
    await tx.sql('UPDATE messages SET extras = ?, mark_rev = ? WHERE chat_id = ? AND seq = ?', [
      row.extras,
      row.mark_rev,
      row.chat_id,
      row.seq,
    ]);
  }
  await placeLinkJobs(tx, [{ row, item: { b } }]);
}
