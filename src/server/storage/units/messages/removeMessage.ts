import type { ChatMeta } from '#protocol/entities/chat.ts';
import type { MemberId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { excerptOf, recordAct } from '#server/storage/rows/recordAct.ts';
import type { ChatRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import { toMeta } from '#server/storage/rows/toMeta.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import type { Tx } from '#server/storage/unit.ts';
import { dropFileUses } from '#server/storage/units/files/useFiles.ts';
import { forgetKept } from '#server/storage/units/keeps/forgetKept.ts';
import { takeCardOff } from '#server/storage/units/links/takeCardOff.ts';
import { readPins } from '#server/storage/units/chats/readPins.ts';
import { writePins } from '#server/storage/units/chats/writePins.ts';
import { dropMentions } from './dropMentions.ts';
import { textOf } from '#server/storage/rows/textOf.ts';
import { refreshPreview } from './refreshPreview.ts';

/** What went with a message. */
export interface Removed {
  mids: MemberId[];
  /** who kept it: their own rows changed */
  keepers: UserId[];
  meta: ChatMeta | undefined;
}

/**
 * Empties a message that is not unsent yet: text, earlier texts, mentions, reactions and votes go, its place and ordinal stay. Changes row and head in place and stores
 * both. Answers the members whose mentions went,
 * and the slow part of the chat when the message stood on top of it.
 */
export async function removeMessage(tx: Tx, head: LockedHead, row: MessageRow, byMid: number): Promise<Removed> {
  const mids = await dropMentions(tx, row, []);
  head.rev += 1;
  const key = [row.chat_id, row.seq];
  // What somebody else takes away can be brought back for a while.
  await takeCardOff(tx, row);
  await dropFileUses(tx, row, byMid === row.sender_mid ? 0 : limits.undoMs);
  if (row.mention_all) {
    head.ma = JSON.stringify((JSON.parse(head.ma) as number[]).filter((seq) => seq !== row.seq));
    await tx.sql('DELETE FROM mention_alls WHERE chat_id = ? AND seq = ?', key);
  }
  Object.assign(row, { rev: head.rev, body: '{}', deleted_at: Math.max(tx.now, row.created_at), deleted_by: byMid });
  Object.assign(row, { mention_ids: null, mention_all: 0, rx: null, extras: null });
  await tx.sql(
    `UPDATE messages SET rev = ?, body = '{}', deleted_at = ?, deleted_by = ?, mention_ids = NULL, mention_all = 0, rx = NULL, extras = NULL
      WHERE chat_id = ? AND seq = ?`,
    [row.rev, row.deleted_at, byMid, ...key],
  );
  await tx.sql('DELETE FROM reactions WHERE chat_id = ? AND seq = ?', key);
  await tx.sql('DELETE FROM ballots WHERE chat_id = ? AND seq = ?', key);
  await tx.sql('DELETE FROM nudges WHERE chat_id = ? AND seq = ?', key);
  await tx.sql('DELETE FROM message_versions WHERE chat_id = ? AND seq = ?', key);
  refreshPreview(head, row);
  await writeHead(tx, head);
  const meta = await endPin(tx, head, row.seq);
  return { mids, meta, keepers: await forgetKept(tx, head, row) };
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

/** Writes into the log that a moderator takes away somebody's message, while its text is still there. */
export function recordRemoval(tx: Tx, head: LockedHead, row: MessageRow, byMid: number): Promise<void> {
  const x = excerptOf(textOf(JSON.parse(row.body) as Record<string, unknown>));
  return recordAct(tx, {
    c: communityOf(head),
    by: byMid,
    what: 'delete',
    who: row.sender_mid,
    detail: { s: row.seq, x },
  });
}
