import type { ChatMeta } from '#protocol/entities/chat.ts';
import { roomDelta } from '#server/storage/rows/roomDelta.ts';
import { toRow } from '#server/storage/rows/toRow.ts';
import type { HeadRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { UserId } from '#protocol/ids.ts';
import type { MessageChange } from './changeTypes.ts';

/**
 * The deltas of one changed message, whose rev is the head's. Of a hidden one the room learns only that the rev moved; its sender gets the row.
 * `meta`: the slow part of the chat, when it changed with it.
 */
export function changedMessage(
  head: HeadRow,
  row: MessageRow,
  senderId: UserId,
  meta?: ChatMeta,
): Pick<MessageChange, 'delta' | 'personal'> {
  const whole = roomDelta(head, row.rev - 1, { rows: [toRow(row)], ...(meta ? { meta } : {}) });
  if (row.hidden_for === null) return { delta: whole, personal: [] };
  return { delta: roomDelta(head, row.rev - 1, meta ? { meta } : {}), personal: [{ userId: senderId, delta: whole }] };
}
