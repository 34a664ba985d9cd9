import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';
import { linkOf, pageOf } from './linkOf.ts';

type Place = Pick<MessageRow, 'chat_id' | 'seq' | 'kind' | 'hidden_for'>;

/** Notes of which links cards are to be made. To be called in the transaction that stores the messages, or brings their bodies back. Of a message that does not reach the other side nobody learns at its link either. */
export async function placeLinkJobs(
  tx: Tx,
  placed: readonly { row: Place; item: { b: Readonly<Record<string, unknown>> } }[],
): Promise<void> {
  for (const { row, item } of placed) {
    const url = row.hidden_for === null ? linkOf(row.kind, item.b) : undefined;
    if (url === undefined) continue;
    await tx.sql(
      `INSERT INTO link_jobs (chat_id, seq, url, tries, due_at) VALUES (?, ?, ?, 0, ?)
        ON CONFLICT (chat_id, seq) DO UPDATE SET url = excluded.url, tries = 0, due_at = excluded.due_at`,
      [row.chat_id, row.seq, pageOf(url), tx.now],
    );
  }
}
