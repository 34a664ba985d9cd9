import { canDelete } from '#domain/permissions.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { AppError } from '#protocol/errors.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';
import { keepDeleted } from '#server/storage/units/guard/keepDeleted.ts';
import { readsOfMids } from '#server/storage/units/messages/readsOfMids.ts';
import { recordRemoval, removeMessage } from '#server/storage/units/messages/removeMessage.ts';
import type { Acting } from './act.ts';

/** Takes a message of a member of lower role away; one that is gone already changes nothing. Throws FORBIDDEN, NOT_FOUND. */
export async function deleteMessage(tx: Tx, acting: Acting, seq: number): Promise<void> {
  const { head, me, standing } = acting;
  const [row] = await tx.sql<MessageRow>('SELECT * FROM messages WHERE chat_id = ? AND seq = ?', [head.chat_id, seq]);
  if (!row || row.kind === messageKind.system) throw new AppError('NOT_FOUND');
  const [author] = await tx.sql<{ role: number }>('SELECT role FROM members WHERE chat_id = ? AND mid = ?', [
    communityOf(head),
    row.sender_mid,
  ]);
  const isOwn = row.sender_mid === me.mid;
  if (!canDelete(standing, isOwn ? { role: memberRole.member } : (author ?? { role: 0 })))
    throw new AppError('FORBIDDEN');
  if (row.deleted_at !== null) return;
  await keepDeleted(tx, head, me, row);
  await recordRemoval(tx, head, row, me.mid);
  const { mids, keepers } = await removeMessage(tx, head, row, me.mid);
  acting.stamped.push(...keepers);
  acting.reads.push(...(await readsOfMids(tx, head, mids)));
}
