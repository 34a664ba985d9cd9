import type { ChatId } from '#protocol/ids.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';
import { resetLimits } from './resetLimits.ts';

/** What a reset tells: the newest messages from `floor` on, ascending, and the seqs unsent after rev `a`. */
export async function readReset(
  tx: Tx,
  c: ChatId,
  a: number,
  floor: number,
): Promise<{ messages: MessageRow[]; del: number[] }> {
  const newest = await tx.sql<MessageRow>(
    `SELECT * FROM messages WHERE chat_id = ? AND seq >= ? ORDER BY seq DESC LIMIT ${resetLimits.newestRows}`,
    [c, floor],
  );
  return { messages: newest.reverse(), del: await readUnsent(tx, c, a) };
}

/** Seqs unsent after rev `a`, newest change first. */
export async function readUnsent(tx: Tx, c: ChatId, a: number): Promise<number[]> {
  const unsent = await tx.sql<{ seq: number }>(
    `SELECT seq FROM messages WHERE chat_id = ? AND rev > ? AND deleted_at IS NOT NULL ORDER BY rev DESC LIMIT ${resetLimits.unsent}`,
    [c, a],
  );
  return unsent.map(({ seq }) => seq);
}
