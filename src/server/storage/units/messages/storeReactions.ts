import type { MemberId } from '#protocol/ids.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { TouchedMessage } from './setReactions.ts';

/** Writes the wishes that differ from what is stored; each message that changed takes the next rev and gets new totals. Answers those messages. */
export async function storeReactions(
  tx: Tx,
  head: LockedHead,
  touched: readonly TouchedMessage[],
): Promise<TouchedMessage[]> {
  const changes: TouchedMessage[] = [];
  for (const target of touched) {
    const stored = await loadStored(tx, target);
    target.changed = [...target.wishes].filter(([mid, emoji]) => (stored.get(mid) ?? null) !== emoji);
    if (target.changed.length === 0) continue;
    head.rev += 1;
    target.row.rev = head.rev;
    await writeRows(tx, target);
    await writeTotals(tx, target);
    changes.push(target);
  }
  return changes;
}

async function loadStored(tx: Tx, { row, wishes }: TouchedMessage): Promise<Map<MemberId, string | null>> {
  if (wishes.size === 0) return new Map();
  const text = `SELECT mid, emoji FROM reactions WHERE chat_id = ? AND seq = ? AND mid IN (${placeholders(wishes.size)})`;
  const rows = await tx.sql<{ mid: MemberId; emoji: string | null }>(text, [row.chat_id, row.seq, ...wishes.keys()]);
  return new Map(rows.map(({ mid, emoji }) => [mid, emoji]));
}

/** A reaction taken back stays as a tombstone, so that a device that was away learns of it. */
async function writeRows(tx: Tx, { row, changed }: TouchedMessage): Promise<void> {
  await tx.sql(
    `INSERT INTO reactions (chat_id, seq, mid, emoji, rev, at) VALUES ${changed.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}
      ON CONFLICT (chat_id, seq, mid) DO UPDATE SET emoji = excluded.emoji, rev = excluded.rev, at = excluded.at`,
    changed.flatMap(([mid, emoji]) => [row.chat_id, row.seq, mid, emoji, row.rev, tx.now]),
  );
}

async function writeTotals(tx: Tx, { row }: TouchedMessage): Promise<void> {
  const key = [row.chat_id, row.seq];
  const totals = await tx.sql<{ emoji: string; count: number }>(
    'SELECT emoji, count(*) AS count FROM reactions WHERE chat_id = ? AND seq = ? AND emoji IS NOT NULL GROUP BY emoji ORDER BY emoji',
    key,
  );
  row.rx =
    totals.length > 0 ? JSON.stringify(Object.fromEntries(totals.map(({ emoji, count }) => [emoji, count]))) : null;
  await tx.sql('UPDATE messages SET rev = ?, rx = ? WHERE chat_id = ? AND seq = ?', [row.rev, row.rx, ...key]);
}
