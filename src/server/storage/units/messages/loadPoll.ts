import type { PollBody } from '#protocol/entities/bodies/pollBody.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { AppError } from '#protocol/errors.ts';
import type { HeadRow, MemberRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';
import { loadMessage } from './loadMessage.ts';

/** A poll that this member may see. Throws NOT_FOUND (also where it is another kind of message), GONE (unsent). */
export async function loadPoll(
  tx: Tx,
  head: HeadRow,
  member: MemberRow,
  seq: number,
): Promise<{ row: MessageRow; body: PollBody }> {
  const row = await loadMessage(tx, head, member, seq);
  if (row.kind !== messageKind.poll) throw new AppError('NOT_FOUND');
  if (row.deleted_at !== null) throw new AppError('GONE');
  return { row, body: JSON.parse(row.body) as PollBody };
}
