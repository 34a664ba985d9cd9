import type { ChatId } from '#protocol/ids.ts';
import type { OutboxEntry } from './changes.ts';
import type { ReadTx, WriteTx } from './ports.ts';

/** Above every seq and id. */
export const highest = Number.MAX_SAFE_INTEGER;

/** Lane of a chat's messages, and of everything that belongs to no chat. */
export const laneOf = (c: ChatId): string => `c:${c}`;
export const ownLane = 'u';

/** Entries of a lane in sending order. */
export function readLane(tx: ReadTx, lane: string): Promise<OutboxEntry[]> {
  return tx.range('outbox', { index: '[lane+id]', from: [lane, 0], to: [lane, highest] });
}

/** Writes what differs between two states of a lane. */
export async function saveLane(
  tx: WriteTx,
  before: readonly OutboxEntry[],
  after: readonly OutboxEntry[],
): Promise<void> {
  if (before === after) return;
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map((entry) => entry.id));
  const put = after.filter((entry) => old.get(entry.id) !== entry);
  const gone = before.filter((entry) => !kept.has(entry.id)).map((entry) => entry.id);
  if (put.length > 0) await tx.put('outbox', put);
  if (gone.length > 0) await tx.del('outbox', gone);
}
