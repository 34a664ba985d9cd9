import type { LockedHead } from './lockHead.ts';
import type { MessageRow } from './rowTypes.ts';

/** What makes one message different from another. */
export type MessageParts = Pick<MessageRow, 'sender_mid' | 'pver' | 'cid' | 'kind' | 'body'> &
  Partial<Pick<MessageRow, 'reply_to' | 'mention_ids' | 'mention_all' | 'hidden_for' | 'client_at'>> & {
    isCountable: boolean;
    bodyHash: Uint8Array;
  };

/**
 * Gives a message its place: takes the next rev (which is its seq) and, if countable, the next ordinal from the locked head, and moves the head's last
 * position and time. The time never runs back within a chat, whatever the clock does. `now`: ms.
 */
export function newMessage(head: LockedHead, now: number, parts: MessageParts): MessageRow {
  head.rev += 1;
  head.last_seq = head.rev;
  head.last_at = Math.max(head.last_at, now);
  if (parts.isCountable) head.n += 1;
  return {
    chat_id: head.chat_id,
    seq: head.rev,
    rev: head.rev,
    n: parts.isCountable ? head.n : null,
    sender_mid: parts.sender_mid,
    pver: parts.pver,
    cid: parts.cid,
    kind: parts.kind,
    flags: 0,
    body: parts.body,
    body_hash: parts.bodyHash,
    reply_to: parts.reply_to ?? null,
    mention_ids: parts.mention_ids ?? null,
    mention_all: parts.mention_all ?? 0,
    rx: null,
    extras: null,
    mark_rev: 0,
    hidden_for: parts.hidden_for ?? null,
    edited_at: null,
    deleted_at: null,
    deleted_by: null,
    created_at: head.last_at,
    client_at: parts.client_at ?? null,
  };
}
