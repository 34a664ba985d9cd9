import type { ChatId, UserId } from '#protocol/ids.ts';
import { toChatId, toUserId } from '#protocol/casts.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { toMyChat, type MyChat } from '#server/storage/rows/toMyChat.ts';
import { readUnit } from '#server/storage/unit.ts';

/** Newest rev of each of these chats (at most 1,000); unknown ones are left out. */
export const loadRevs = readUnit(async (tx, input: { chats: ChatId[] }): Promise<[ChatId, number][]> => {
  if (input.chats.length === 0) return [];
  const rows = await tx.sql<{ chat_id: number; rev: number }>(
    `SELECT chat_id, rev FROM chat_heads WHERE chat_id IN (${placeholders(input.chats.length)})`,
    input.chats,
  );
  return rows.map((row) => [toChatId(row.chat_id), row.rev]);
});

/** Newest user rev of each of these people (at most 1,000); who never changed anything is left out. */
export const loadUserRevs = readUnit(async (tx, input: { users: UserId[] }): Promise<[UserId, number][]> => {
  if (input.users.length === 0) return [];
  const rows = await tx.sql<{ user_id: number; urev: number }>(
    `SELECT user_id, urev FROM user_heads WHERE user_id IN (${placeholders(input.users.length)})`,
    input.users,
  );
  return rows.map((row) => [toUserId(row.user_id), row.urev]);
});

/** The chats a person is in, for rooms. */
export const listMyChats = readUnit(async (tx, input: { user: UserId }): Promise<MyChat[]> => {
  const rows = await tx.sql<MemberRow & { kind: number }>(
    `SELECT m.chat_id, m.mid, m.join_rev, m.rev, m.notify, m.mute_until, k.kind FROM members m JOIN chats k ON k.id = m.chat_id
      WHERE m.user_id = ? AND m.state = 1 AND k.deleted_at IS NULL`,
    [input.user],
  );
  return rows.map((row) => toMyChat(row, row.kind, tx.now));
});
