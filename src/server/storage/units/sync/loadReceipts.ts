import { chatKind } from '#protocol/entities/chatKind.ts';
import type { Reader } from '#domain/receipts.ts';
import type { ChatId } from '#protocol/ids.ts';
import { readUnit } from '#server/storage/unit.ts';

/** What a receipt book starts from: every reader, those who left included, and the newest messages, ascending. None for chats without live receipts. */
export const loadReceipts = readUnit(
  async (
    tx,
    input: { c: ChatId; limit: number },
  ): Promise<{ readers: Reader[]; messages: { seq: number; mid: number }[] }> => {
    const [chat] = await tx.sql<{ kind: number; receipts: number }>('SELECT kind, receipts FROM chats WHERE id = ?', [
      input.c,
    ]);
    if (chat?.kind !== chatKind.group || chat.receipts === 0) return { readers: [], messages: [] };
    const members = await tx.sql<{ mid: number; read_seq: number; join_rev: number }>(
      'SELECT mid, read_seq, join_rev FROM members WHERE chat_id = ?',
      [input.c],
    );
    const messages = await tx.sql<{ seq: number; mid: number }>(
      'SELECT seq, sender_mid AS mid FROM messages WHERE chat_id = ? AND n IS NOT NULL ORDER BY seq DESC LIMIT ?',
      [input.c, input.limit],
    );
    return {
      readers: members.map((row) => ({ mid: row.mid, readSeq: row.read_seq, joinRev: row.join_rev })),
      messages: messages.reverse(),
    };
  },
);
