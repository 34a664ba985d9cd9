import type { Extras } from '#protocol/entities/messages.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';
import { readExtras } from './countAnswers.ts';

/** Changes what hangs on a message, under the next rev of its chat; the rest of it stays. Changes head and row in place and stores the row. */
export async function writeExtras(tx: Tx, head: LockedHead, row: MessageRow, change: Extras): Promise<void> {
  head.rev += 1;
  Object.assign(row, {
    rev: head.rev,
    mark_rev: head.rev,
    extras: JSON.stringify({ ...readExtras(row), ...change }),
  });
  await tx.sql('UPDATE messages SET rev = ?, mark_rev = ?, extras = ? WHERE chat_id = ? AND seq = ?', [
    row.rev,
    row.mark_rev,
    row.extras,
    row.chat_id,
    row.seq,
  ]);
}
