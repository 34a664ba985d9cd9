import type { ChatId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import { lockHead } from '#server/storage/rows/lockHead.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { changedMessage } from '#server/storage/units/messages/changedMessage.ts';
import type { MessageChange } from '#server/storage/units/messages/changeTypes.ts';
import { writeExtras } from '#server/storage/units/messages/writeExtras.ts';
import type { FoundCard } from './FoundCard.ts';
import { linkOf, pageOf } from './linkOf.ts';

/** Where a card goes, and which. Null: there is none. */
export interface CardWish {
  readonly c: ChatId;
  readonly s: number;
  readonly url: string;
  readonly card: FoundCard | null;
}

/**
 * Hangs the card of its link on a message that still waits for it: one that was unsent, changed or freed of its card in the meantime gets none. Null: nothing changed. Throws NOT_MEMBER where there is no such chat
 * any more.
 */
export const putCardOn = writeUnit(
  async (tx, { c, s, url, card }: CardWish): Promise<Omit<MessageChange, 'r'> | null> => {
    const head = await lockHead(tx, c);
    const waiting = await tx.sql<{ seq: number }>(
      'DELETE FROM link_jobs WHERE chat_id = ? AND seq = ? AND url = ? RETURNING seq',
      [c, s, url],
    );
    const [row] = await tx.sql<MessageRow>('SELECT * FROM messages WHERE chat_id = ? AND seq = ?', [c, s]);
    if (waiting.length === 0 || !row || row.deleted_at !== null || row.hidden_for !== null || card === null)
      return null;
    const link = linkOf(row.kind, JSON.parse(row.body) as Record<string, unknown>);
    if (link === undefined || pageOf(link) !== url) return null;
    const { p, w, h, ...words } = card;
    const hasPicture = p !== undefined && (await usePicture(tx, p, row));
    await writeExtras(tx, head, row, { lk: { u: link, ...words, ...(hasPicture ? { p, w, h } : {}) } });
    await writeHead(tx, head);
    // It is no hidden one, so nobody gets more than the room.
    return { ...changedMessage(head, row, toUserId(row.sender_mid)), reads: [] };
  },
);

/** False: it has been deleted, because nothing used it for long. */
async function usePicture(tx: Tx, id: string, { chat_id: c, seq }: MessageRow): Promise<boolean> {
  const used = await tx.sql<{ id: string }>(
    `UPDATE files SET is_used = 1 WHERE state = ${fileState.ready} AND id = ? RETURNING id`,
    [id],
  );
  if (used.length === 0) return false;
  await tx.sql('INSERT INTO media_uses (media_id, chat_id, seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [id, c, seq]);
  return true;
}
