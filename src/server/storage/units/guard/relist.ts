import { chatKind } from '#protocol/entities/chatKind.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { ChatRow } from '#server/storage/rows/rowTypes.ts';
import { saveListing } from '#server/storage/rows/saveListing.ts';
import type { Tx } from '#server/storage/unit.ts';

/** After a change of name or description: Discover finds a community under its new ones. */
export async function relist(tx: Tx, head: Pick<LockedHead, 'chat_id' | 'kind'>): Promise<void> {
  if (head.kind !== chatKind.community) return;
  const [chat] = await tx.sql<ChatRow>('SELECT * FROM chats WHERE id = ?', [head.chat_id]);
  if (chat) await saveListing(tx, chat);
}
