import { invariant } from '#base/invariant.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { loadMember } from '#server/storage/rows/loadMember.ts';
import type { ChatRow, HeadRow, MemberRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';

/** A person's place in a chat: his member row, the head and the slow part of the chat. */
export interface Standing {
  me: MemberRow;
  head: HeadRow;
  chat: ChatRow;
}

/** The standing of a joined member. Throws NOT_MEMBER for strangers, people who left, and chats that do not exist. */
export async function readStanding(tx: Tx, c: ChatId, user: UserId): Promise<Standing> {
  const me = await loadMember(tx, c, user);
  const [head] = await tx.sql<HeadRow>('SELECT * FROM chat_heads WHERE chat_id = ?', [c]);
  const [chat] = await tx.sql<ChatRow>('SELECT * FROM chats WHERE id = ?', [c]);
  invariant(head && chat, 'a member row has a chat');
  if (chat.deleted_at !== null) throw new AppError('NOT_MEMBER');
  return { me, head, chat };
}

/** Refuses with STALE_NODE when this copy of the database has not reached what the asker already knows. */
export function checkMinRev(head: HeadRow, minRev: number | undefined): void {
  if (minRev !== undefined && minRev > head.rev) throw new AppError('STALE_NODE', { retry: 200 });
}
