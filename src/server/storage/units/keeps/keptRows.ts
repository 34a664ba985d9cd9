import type { Selectable } from 'kysely';
import type { Kept } from '#protocol/entities/kept.ts';
import type { UserId } from '#protocol/ids.ts';
import { toChatId, toKeepId, toMemberId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { AppError } from '#protocol/errors.ts';
import type { Schema } from '#server/storage/schema.ts';
import type { Tx } from '#server/storage/unit.ts';

/** States of a row: kept, kept while the message was taken back, dropped. */
export const keepState = { live: 0, unsent: 1, dropped: 2 } as const;

/** A row of `keeps` as it is read. */
export type KeepRow = Selectable<Schema['keeps']>;

/** The wire form. */
export function toKept(row: KeepRow): Kept {
  const head = { i: toKeepId(row.id), urev: row.urev, at: row.at };
  if (row.state === keepState.dropped) return { ...head, gone: 1 };
  const note = row.note === null ? {} : { x: row.note };
  if (row.chat_id === null || row.seq === null) return { ...head, ...note };
  return {
    ...head,
    c: toChatId(row.chat_id),
    s: row.seq,
    ...(row.kind === null ? {} : { k: row.kind }),
    ...(row.body === null ? {} : { b: JSON.parse(row.body) as Record<string, unknown> }),
    ...(row.sender_mid === null ? {} : { u: toMemberId(row.sender_mid) }),
    ...(row.sender_name === null ? {} : { n: row.sender_name }),
    ...(row.sent_at === null ? {} : { ma: row.sent_at }),
    ...note,
    ...(row.state === keepState.unsent ? { un: 1 as const } : {}),
  };
}

/** One row of a person. */
export async function findKeep(tx: Tx, user: UserId, id: string): Promise<KeepRow | undefined> {
  const [row] = await tx.sql<KeepRow>('SELECT * FROM keeps WHERE user_id = ? AND id = ?', [user, id]);
  return row;
}

/** Throws FULL when a person keeps too much. */
export async function checkKeepRoom(tx: Tx, user: UserId): Promise<void> {
  const [all] = await tx.sql<{ total: number }>(
    `SELECT count(*) AS total FROM keeps WHERE user_id = ? AND state <> ${keepState.dropped}`,
    [user],
  );
  if ((all?.total ?? 0) > limits.keepsMax) throw new AppError('FULL');
}

/**
 * What a person keeps and changed after `since`, oldest change first; `isFull`: everything, without tombstones. `part`: of a long answer only this many from there.
 */
export async function readKeeps(
  tx: Tx,
  user: UserId,
  { since, isFull, part }: { since: number; isFull: boolean; part?: { from: number; count: number } },
): Promise<Kept[]> {
  const rows = await tx.sql<KeepRow>(
    `SELECT * FROM keeps WHERE user_id = ? AND urev > ?${isFull ? ` AND state <> ${keepState.dropped}` : ''}
      ORDER BY urev${part ? ' LIMIT ? OFFSET ?' : ''}`,
    [user, since, ...(part ? [part.count, part.from] : [])],
  );
  return rows.map(toKept);
}
