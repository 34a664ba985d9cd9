import { isOver } from '#domain/permissions.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { toUserId } from '#protocol/casts.ts';
import { findOp } from '#server/storage/rows/findOp.ts';
import { loadSeat } from '#server/storage/rows/loadSeat.ts';
import { lockHead } from '#server/storage/rows/lockHead.ts';
import { recordOp } from '#server/storage/rows/recordOp.ts';
import type { MemberRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { loadMessage } from './loadMessage.ts';

export interface NudgeInput {
  c: ChatId;
  userId: UserId;
  s: number;
  op: OpId;
}

/**
 * Reminds everybody who sees the message and has not confirmed it: for them the chat is unread from it on, as if they had marked it so. That stands in their own rows alone, so neither the sender nor the chat
 * learns who they are or how many. Of a room of a community nothing can be marked unread: FORBIDDEN. Refusals: NOT_MEMBER, NOT_FOUND, GONE, FORBIDDEN (not an own message that asks), SLOW, FULL.
 */
export const nudgeUnconfirmed = writeUnit(async (tx: Tx, input: NudgeInput): Promise<ChatOutcome<{ left: number }>> => {
  const head = await lockHead(tx, input.c);
  const done = await findOp<{ left: number }>(tx, input.userId, input.op);
  if (done) return { result: done, people: [] };
  const member = await loadSeat(tx, head, input.userId);
  const row = await loadMessage(tx, head, member, input.s);
  if (row.deleted_at !== null) throw new AppError('GONE');
  const isAsking = (JSON.parse(row.body) as { ask?: number }).ask === 1;
  const isMine = row.sender_mid === member.mid && isAsking;
  if (!isMine || head.parent_id !== null || isOver(standingOf(head, member))) throw new AppError('FORBIDDEN');
  const left = await takeTurn(tx, row);
  const people = await markUnread(tx, row);
  await recordOp(tx, input.userId, input.op, { left });
  return { result: { left }, people };
});

/** Counts this reminder; answers how many more there can be. Throws SLOW, FULL. */
async function takeTurn(tx: Tx, { chat_id: c, seq }: MessageRow): Promise<number> {
  const [last] = await tx.sql<{ count: number; at: number }>(
    'SELECT count, at FROM nudges WHERE chat_id = ? AND seq = ?',
    [c, seq],
  );
  if (last && last.count >= limits.nudgesMax) throw new AppError('FULL');
  const waitMs = last ? last.at + limits.nudgeEveryMs - tx.now : 0;
  // A clock that was set back must not keep anybody waiting longer than the rule.
  if (waitMs > 0) throw new AppError('SLOW', { retry: Math.min(waitMs, limits.nudgeEveryMs) });
  const count = (last?.count ?? 0) + 1;
  await tx.sql(
    `INSERT INTO nudges (chat_id, seq, count, at) VALUES (?, ?, ?, ?)
      ON CONFLICT (chat_id, seq) DO UPDATE SET count = excluded.count, at = excluded.at`,
    [c, seq, count, tx.now],
  );
  return limits.nudgesMax - count;
}

async function markUnread(tx: Tx, row: MessageRow): Promise<UserId[]> {
  const marked = await tx.sql<Pick<MemberRow, 'user_id'>>(
    `UPDATE members SET unread_from = CASE WHEN unread_from < ? THEN unread_from ELSE CAST(? AS bigint) END, mver = mver + 1
      WHERE chat_id = ? AND state = 1 AND mid <> ? AND mid <> ? AND floor_seq <= ? AND clear_seq < ?
        AND NOT EXISTS (SELECT 1 FROM ballots b WHERE b.chat_id = members.chat_id AND b.seq = ? AND b.mid = members.mid AND b.choice <> '[]')
      RETURNING user_id`,
    [row.seq, row.seq, row.chat_id, row.sender_mid, row.hidden_for ?? 0, row.seq, row.seq, row.seq],
  );
  const people = marked.map(({ user_id: id }) => toUserId(id));
  await stampUrevs(tx, row.chat_id as ChatId, people);
  return people;
}
