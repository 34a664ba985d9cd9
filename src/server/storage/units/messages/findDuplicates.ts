import type { Cid, MemberId } from '#protocol/ids.ts';
import { valuesTable } from '#server/storage/rows/valuesTable.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';

/** What a repeat is compared with and answered from. */
export type StoredMessage = Pick<MessageRow, 'sender_mid' | 'cid' | 'seq' | 'n' | 'created_at' | 'body_hash'>;

/** The key of exactly-once: a cid belongs to its sender, others may copy it. */
export const messageKey = (mid: number, cid: string): string => `${mid}:${cid}`;

const columns = 't.sender_mid, t.cid, t.seq, t.n, t.created_at, t.body_hash';
const oneText = `SELECT ${columns} FROM messages t WHERE t.chat_id = ? AND t.sender_mid = ? AND t.cid = ?`;

/** Messages among these that are stored already, by their key. */
export async function findDuplicates(
  tx: Tx,
  c: number,
  keys: readonly (readonly [MemberId, Cid])[],
): Promise<Map<string, StoredMessage>> {
  if (keys.length === 0) return new Map();
  let rows: StoredMessage[];
  if (keys.length === 1) {
    rows = await tx.sql<StoredMessage>(oneText, [c, ...(keys[0] as readonly [MemberId, Cid])]);
  } else {
    const v = valuesTable(['bigint', 'text'], keys);
    const text = `WITH v(m, i) AS (VALUES ${v.text}) SELECT ${columns} FROM v CROSS JOIN messages t
      WHERE t.chat_id = ? AND t.sender_mid = v.m AND t.cid = v.i`;
    rows = await tx.sql<StoredMessage>(text, [...v.params, c]);
  }
  return new Map(rows.map((row) => [messageKey(row.sender_mid, row.cid), row]));
}
