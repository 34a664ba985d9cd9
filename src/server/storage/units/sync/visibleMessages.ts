import type { Row } from '#protocol/entities/messages.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import { seatsOf } from '#server/storage/rows/communityOf.ts';
import { toRow } from '#server/storage/rows/toRow.ts';

/** A message with the asker's own reaction and vote (JSON); `reacted`, `choice` are null where he never reacted, or voted. */
export type VisibleMessage = MessageRow & { my: string | null; reacted: number | null; choice: string | null };

/**
 * Messages one person may see: joined, above his floor, not hidden from him. Parameters: chat id, user id. More conditions on `m` may follow.
 * The membership row is part of the statement, so no answer rests on a check that was made earlier.
 */
export const visibleMessages = (chat: {
  parent_id: number | null;
}): string => `SELECT m.*, x.emoji AS my, x.mid AS reacted, v.choice FROM ${seatsOf(chat)} me
  JOIN chat_heads h ON h.chat_id = me.chat_id
  JOIN messages m ON m.chat_id = me.chat_id
  LEFT JOIN reactions x ON x.chat_id = m.chat_id AND x.seq = m.seq AND x.mid = me.mid
  LEFT JOIN ballots v ON v.chat_id = m.chat_id AND v.seq = m.seq AND v.mid = me.mid
  WHERE me.chat_id = ? AND me.user_id = ? AND me.state = 1
    AND m.seq >= greatest(greatest(me.floor_seq, me.clear_seq + 1), h.min_seq)
    AND (m.hidden_for IS NULL OR m.hidden_for <> me.mid)`;

/** The wire form for this one person. A reaction or vote taken back is told too, so that it vanishes on his other devices. */
export function toVisibleRow(row: VisibleMessage): Row {
  if (row.deleted_at !== null) return toRow(row);
  return {
    ...toRow(row),
    ...(row.reacted === null ? {} : { my: row.my }),
    ...(row.choice === null ? {} : { mb: JSON.parse(row.choice) as number[] }),
  };
}
