import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';
import { readExtras } from '#server/storage/units/messages/countAnswers.ts';
import { isNobodys } from '#server/storage/units/files/useFiles.ts';
import { linkTimes } from './linkTimes.ts';

/** Takes the card of its link off a message, and what was to become one. Changes `extras` of the row in place; the caller stores it. Answers whether there was a card. */
export async function takeCardOff(tx: Tx, row: MessageRow): Promise<boolean> {
  const place = [row.chat_id, row.seq];
  await tx.sql('DELETE FROM link_jobs WHERE chat_id = ? AND seq = ?', place);
  const { lk, ...rest } = readExtras(row);
  if (!lk) return false;
  row.extras = Object.keys(rest).length > 0 ? JSON.stringify(rest) : null;
  if (lk.p !== undefined) {
    await tx.sql('DELETE FROM media_uses WHERE media_id = ? AND chat_id = ? AND seq = ?', [lk.p, ...place]);
    await tx.sql(
      `UPDATE files SET is_used = 0, kept_until = greatest(kept_until, ?)
        WHERE id = ? AND ${isNobodys}`,
      [tx.now + linkTimes.foundMs, lk.p],
    );
  }
  return true;
}
