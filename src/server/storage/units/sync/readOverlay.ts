import type { LastMessage } from '#protocol/entities/chat.ts';
import type { UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import { previewOf } from '#server/storage/rows/previewOf.ts';
import type { HeadRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';

/** The newest message as only its sender sees it. */
export interface Overlay {
  person: UserId;
  l: LastMessage;
}

/**
 * 1:1 chats and their threads: whose newest message is not the shared one, because it is hidden from the other person. The shared head must not show it, and its sender
 * must not notice that. Empty in the usual case, after a look at the head alone.
 */
export async function readOverlay(
  tx: Tx,
  head: Pick<HeadRow, 'chat_id' | 'last_seq' | 'last_msg'>,
): Promise<Overlay[]> {
  const shared = head.last_msg === null ? 0 : (JSON.parse(head.last_msg) as LastMessage).s;
  if (head.last_seq <= shared) return [];
  const rows = await tx.sql<MessageRow>(
    'SELECT * FROM messages WHERE chat_id = ? AND seq > ? AND hidden_for IS NOT NULL ORDER BY seq',
    [head.chat_id, shared],
  );
  const newest = new Map<UserId, LastMessage>();
  for (const row of rows)
    newest.set(toUserId(row.sender_mid), previewOf(row, JSON.parse(row.body) as Record<string, unknown>));
  return [...newest].map(([person, l]) => ({ person, l }));
}
