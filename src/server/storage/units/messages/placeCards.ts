import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Tells the cards of mini-apps among new messages where they stand now; one that changed while it was on its way is to be brought up to date. */
export async function placeCards(
  tx: Tx,
  placed: readonly { row: MessageRow; item: { b: Record<string, unknown> } }[],
): Promise<void> {
  for (const { row, item } of placed) {
    if (row.kind !== messageKind.card) continue;
    const { card: name, v } = item.b as { card: string; v: number };
    await tx.sql(
      // A change of the card at this moment marks the place; on PostgreSQL its new number is perhaps not seen yet, the mark is.
      `UPDATE app_card_places SET seq = ?, v = ?,
         is_stale = CASE WHEN is_stale = 1 OR (SELECT k.v FROM app_cards k WHERE k.id = card_id) > ? THEN 1 ELSE 0 END
        WHERE name = ? AND chat_id = ?`,
      [row.seq, v, v, name, row.chat_id],
    );
  }
}
