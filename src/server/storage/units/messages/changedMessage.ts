import { roomDelta } from '#server/storage/rows/roomDelta.ts';
import { toRow } from '#server/storage/rows/toRow.ts';
import type { HeadRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { UserId } from '#protocol/ids.ts';
import type { MessageChange } from './changeTypes.ts';

/** The deltas of one changed message, whose rev is the head's. Of a hidden one the room learns only that the rev moved; its sender gets the row. */
export function changedMessage(
  head: HeadRow,
  row: MessageRow,
  senderId: UserId,
): Pick<MessageChange, 'delta' | 'personal'> {
  const whole = roomDelta(head, row.rev - 1, { rows: [toRow(row)] });
  if (row.hidden_for === null) return { delta: whole, personal: [] };
  return { delta: roomDelta(head, row.rev - 1, {}), personal: [{ userId: senderId, delta: whole }] };
}
