import { isIdle } from '#domain/moderation/moderate.ts';
import type { ModeratedMessage } from '#domain/moderation/Classifier.ts';
import { loadFilter } from '#server/storage/rows/loadFilter.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { textOf } from '#server/storage/rows/textOf.ts';
import type { Tx } from '#server/storage/unit.ts';
import { messageKey } from './findDuplicates.ts';
import type { Gate } from './Gate.ts';
import type { Sender } from './loadSenders.ts';

/** Messages of one sender that the flood rule looks at. */
const recentMax = 20;

/** Makes the rules of a chat ready for a batch. Undefined, without a statement, where there never were any. */
export async function openGate(
  tx: Tx,
  head: LockedHead,
  senders: ReadonlyMap<unknown, Sender>,
): Promise<Gate | undefined> {
  const filter = await loadFilter(tx, head);
  if (!filter || senders.size === 0) return undefined;
  const mids = [...senders.values()].map(({ mid }) => mid);
  const held = await readHeld(tx, head.chat_id, mids);
  if (isIdle(filter.config) && held.size === 0) return undefined;
  const recent = new Map<number, ModeratedMessage[]>();
  if (filter.config.flood) {
    for (const mid of mids) recent.set(mid, await readRecent(tx, head.chat_id, mid));
  }
  return { filter, held, recent, kept: [], hits: [], muted: new Set() };
}

async function readHeld(tx: Tx, c: number, mids: readonly number[]): Promise<Map<string, number>> {
  const rows = await tx.sql<{ sender_mid: number; cid: string; state: number }>(
    `SELECT sender_mid, cid, state FROM held_messages WHERE chat_id = ? AND sender_mid IN (${placeholders(mids.length)})
      AND state IN (0, 2)`,
    [c, ...mids],
  );
  return new Map(rows.map((row) => [messageKey(row.sender_mid, row.cid), row.state]));
}

async function readRecent(tx: Tx, c: number, mid: number): Promise<ModeratedMessage[]> {
  const rows = await tx.sql<{ body: string; created_at: number }>(
    `SELECT body, created_at FROM messages WHERE chat_id = ? AND sender_mid = ? AND n IS NOT NULL ORDER BY seq DESC LIMIT ${recentMax}`,
    [c, mid],
  );
  return rows.map(({ body, created_at }) => ({ text: textOf(JSON.parse(body)), at: created_at }));
}
