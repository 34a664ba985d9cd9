import type { SentMessage } from '#protocol/entities/bodies/sentMessage.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { Cid, UserId } from '#protocol/ids.ts';
import { forUpdate } from '#server/storage/rows/forUpdate.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Stored states: those of the wire, and what has been sent. */
export const rowState = { waiting: 0, sent: 1, failed: 2 } as const;

/** A row of `scheduled_messages`. */
export interface ScheduledRow {
  user_id: number;
  cid: string;
  chat_id: number;
  kind: number;
  body: string;
  body_hash: Uint8Array;
  reply_to: number | null;
  fw: string | null;
  at: number;
  next_at: number;
  created_at: number;
  state: number;
  code: ErrorCode | null;
  tries: number;
  is_going: number;
}

/** One of this person's, locked; undefined: he has none of this id. */
export async function lockScheduled(tx: Tx, userId: UserId, i: Cid): Promise<ScheduledRow | undefined> {
  const [row] = await tx.sql<ScheduledRow>(
    `SELECT * FROM scheduled_messages WHERE user_id = ? AND cid = ?${forUpdate(tx)}`,
    [userId, i],
  );
  return row;
}

/** The message as it was given to be kept. */
export function toItem(row: Pick<ScheduledRow, 'cid' | 'kind' | 'body' | 'reply_to' | 'fw'>): SentMessage {
  const item: unknown = {
    i: row.cid,
    k: row.kind,
    b: JSON.parse(row.body),
    ...(row.reply_to === null ? {} : { re: row.reply_to }),
    ...(row.fw === null ? {} : { fw: JSON.parse(row.fw) }),
  };
  // A row has the body of its kind: both were checked together.
  return item as SentMessage;
}
