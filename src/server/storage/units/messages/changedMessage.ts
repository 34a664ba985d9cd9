import type { ChatMeta } from '#protocol/entities/chat.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { roomDelta } from '#server/storage/rows/roomDelta.ts';
import { toRow } from '#server/storage/rows/toRow.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { UserId } from '#protocol/ids.ts';
import { withinOf } from '#server/storage/units/chats/withinOf.ts';
import type { MessageChange } from './changeTypes.ts';

/**
 * The deltas of one changed message, whose rev is the head's. Of a hidden one the room learns only that the rev moved; its sender gets the row.
 * `meta`: the slow part of the chat, when it changed with it.
 */
export function changedMessage(
  head: LockedHead,
  row: MessageRow,
  senderId: UserId,
  meta?: ChatMeta,
): Pick<MessageChange, 'delta' | 'personal' | 'within'> {
  const whole = roomDelta(head, row.rev - 1, { rows: [toRow(row)], ...(meta ? { meta } : {}) });
  const within = withinOf(head);
  if (row.hidden_for === null) return { delta: whole, personal: [], within };
  const open = roomDelta(head, row.rev - 1, meta ? { meta } : {});
  return { delta: open, personal: [{ userId: senderId, delta: whole }], within };
}
