import type { MemberId } from '#protocol/ids.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';
import { countAnswers } from './countAnswers.ts';
import type { Touched } from './wishes/planWishes.ts';
import { writeExtras } from './writeExtras.ts';

/** A message with votes of one batch, each as JSON. */
export type TouchedBallots = Touched<string>;

/** Rows of one statement; databases take no more than some ten thousand parameters. */
const rowsAtOnce = 500;

/** Writes the votes that differ from what is stored; each message that changed takes the next rev and gets new totals. Answers those messages. */
export async function storeBallots(
  tx: Tx,
  head: LockedHead,
  touched: readonly TouchedBallots[],
): Promise<TouchedBallots[]> {
  const changes: TouchedBallots[] = [];
  for (const target of touched) {
    const stored = await loadStored(tx, target);
    target.changed = [...target.wishes].filter(([mid, choice]) => (stored.get(mid) ?? '[]') !== choice);
    if (target.changed.length === 0) continue;
    await writeRows(tx, target, head.rev + 1);
    const { bt, bn } = await countVotes(tx, target.row);
    await writeExtras(tx, head, target.row, { bt, bn });
    changes.push(target);
  }
  return changes;
}

async function loadStored(tx: Tx, { row, wishes }: TouchedBallots): Promise<Map<MemberId, string>> {
  if (wishes.size === 0) return new Map();
  const text = `SELECT mid, choice FROM ballots WHERE chat_id = ? AND seq = ? AND mid IN (${placeholders(wishes.size)})`;
  const rows = await tx.sql<{ mid: MemberId; choice: string }>(text, [row.chat_id, row.seq, ...wishes.keys()]);
  return new Map(rows.map(({ mid, choice }) => [mid, choice]));
}

async function writeRows(tx: Tx, { row, changed }: TouchedBallots, rev: number): Promise<void> {
  for (let from = 0; from < changed.length; from += rowsAtOnce) {
    const part = changed.slice(from, from + rowsAtOnce);
    await tx.sql(
      `INSERT INTO ballots (chat_id, seq, mid, choice, rev, at) VALUES ${part.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}
        ON CONFLICT (chat_id, seq, mid) DO UPDATE SET choice = excluded.choice, rev = excluded.rev, at = excluded.at`,
      part.flatMap(([mid, choice]) => [row.chat_id, row.seq, mid, choice, rev, tx.now]),
    );
  }
}

/** Counted anew each time: a sum that is only added to would keep every mistake. */
async function countVotes(tx: Tx, row: MessageRow): Promise<{ bt: number[]; bn: number }> {
  const counts = await tx.sql<{ choice: string; count: number }>(
    `SELECT choice, count(*) AS count FROM ballots WHERE chat_id = ? AND seq = ? AND choice <> '[]' GROUP BY choice`,
    [row.chat_id, row.seq],
  );
  const bt = Array.from({ length: countAnswers(row) }, () => 0);
  let bn = 0;
  for (const { choice, count } of counts) {
    bn += count;
    for (const number of JSON.parse(choice) as number[]) bt[number] = (bt[number] ?? 0) + count;
  }
  return { bt, bn };
}
