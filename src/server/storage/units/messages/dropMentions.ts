import type { MemberId } from '#protocol/ids.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Forgets whom a stored message names, except `keep`. `row` is the message before its change. Answers those who had an entry and lost it. */
export async function dropMentions(tx: Tx, row: MessageRow, keep: readonly MemberId[]): Promise<MemberId[]> {
  const named = row.mention_ids === null ? [] : (JSON.parse(row.mention_ids) as MemberId[]);
  const dropped = named.filter((mid) => !keep.includes(mid));
  if (dropped.length === 0) return [];
  const text = `DELETE FROM mentions WHERE chat_id = ? AND mid IN (${placeholders(dropped.length)}) AND seq = ? RETURNING mid`;
  const rows = await tx.sql<{ mid: MemberId }>(text, [row.chat_id, ...dropped, row.seq]);
  return rows.map(({ mid }) => mid);
}
