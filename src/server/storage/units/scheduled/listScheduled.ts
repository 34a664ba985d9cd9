import type { Scheduled } from '#protocol/entities/scheduled.ts';
import type { ChatId, Cid, UserId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { readUnit } from '#server/storage/unit.ts';
import { toItem, type ScheduledRow } from './scheduledRow.ts';

/** Which of a person's scheduled messages are wanted; `after`: those behind this one. */
export interface ScheduledQuery {
  userId: UserId;
  c?: ChatId | undefined;
  after?: { at: number; i: Cid } | undefined;
}

/** A page of the messages of one person that wait or have failed, by their time. */
export const listScheduled = readUnit(
  async (tx, { userId, c, after }: ScheduledQuery): Promise<{ items: Scheduled[]; more?: 1 }> => {
    const rows = await tx.sql<ScheduledRow>(
      `SELECT * FROM scheduled_messages WHERE user_id = ? AND state <> 1${c === undefined ? '' : ' AND chat_id = ?'}
        ${after ? 'AND (at > ? OR (at = ? AND cid > ?))' : ''} ORDER BY at, cid LIMIT ${limits.schedulePage + 1}`,
      [userId, ...(c === undefined ? [] : [c]), ...(after ? [after.at, after.at, after.i] : [])],
    );
    const items = rows.slice(0, limits.schedulePage).map((row): Scheduled => ({
      c: toChatId(row.chat_id),
      item: toItem(row),
      at: row.at,
      st: row.state,
      ...(row.code === null ? {} : { code: row.code }),
    }));
    return { items, ...(rows.length > items.length ? { more: 1 as const } : {}) };
  },
);
