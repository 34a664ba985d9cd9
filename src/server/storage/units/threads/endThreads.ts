import { isThreadOver } from '#domain/threadRules.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toChatId, toUserId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { lockHead } from '#server/storage/rows/lockHead.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { readUnit, writeUnit } from '#server/storage/unit.ts';
import type { ChatChange } from '#server/storage/units/chats/chatChange.ts';
import { changedMessage } from '#server/storage/units/messages/changedMessage.ts';
import { readExtras } from '#server/storage/units/messages/countAnswers.ts';
import { writeExtras } from '#server/storage/units/messages/writeExtras.ts';
import { readFaces } from '#server/storage/units/sync/readThreads.ts';

/** Threads in which nobody wrote for too long, and whose message does not say so yet. */
export const listIdleThreads = readUnit(async (tx, { limit }: { limit: number }): Promise<ChatId[]> => {
  const rows = await tx.sql<{ id: number }>(
    `SELECT r.id FROM chats r JOIN chat_heads h ON h.chat_id = r.id
      WHERE r.root_chat IS NOT NULL AND r.ended_at IS NULL AND h.bump_at <= ? LIMIT ?`,
    [tx.now - limits.threadIdleMs, limit],
  );
  return rows.map((row) => toChatId(row.id));
});

interface Idle {
  root_chat: number;
  root_seq: number;
  ended_at: number | null;
  n: number;
  bump_at: number;
  deleted_at: number | null;
}

/**
 * Notes with a thread's message how many replies it got in the end: it is no longer told of with its chat. That nobody writes in it any more is a matter of
 * time alone and holds before. Answers what is to be told, if anything.
 */
export const endThread = writeUnit(async (tx, { thread }: { thread: ChatId }): Promise<ChatChange | undefined> => {
  const [idle] = await tx.sql<Idle>(
    `SELECT r.root_chat, r.root_seq, r.ended_at, h.n, h.bump_at, coalesce(q.deleted_at, p.deleted_at) AS deleted_at FROM chats r
      JOIN chat_heads h ON h.chat_id = r.id JOIN chats q ON q.id = r.root_chat JOIN chats p ON p.id = r.parent_id WHERE r.id = ?`,
    [thread],
  );
  if (!idle || idle.ended_at !== null || !isThreadOver(idle.bump_at, tx.now)) return undefined;
  await tx.sql('UPDATE chats SET ended_at = ? WHERE id = ?', [tx.now, thread]);
  if (idle.deleted_at !== null) return undefined;
  const head = await lockHead(tx, toChatId(idle.root_chat));
  const [row] = await tx.sql<MessageRow>('SELECT * FROM messages WHERE chat_id = ? AND seq = ?', [
    idle.root_chat,
    idle.root_seq,
  ]);
  // An unsent message has nothing that hangs on it.
  if (!row || row.deleted_at !== null || readExtras(row).th === undefined) return undefined;
  const end = { n: idle.n, f: (await readFaces(tx, [thread])).get(thread) ?? [], at: idle.bump_at };
  await writeExtras(tx, head, row, { th: { c: thread, end } });
  await writeHead(tx, head);
  const [sender] = await tx.sql<{ user_id: number }>('SELECT user_id FROM members WHERE chat_id = ? AND mid = ?', [
    head.parent_id ?? head.chat_id,
    row.sender_mid,
  ]);
  const { delta, personal, within } = changedMessage(head, row, toUserId(sender?.user_id ?? 0));
  return delta && { delta, personal, ...within };
});
