import { AppError } from '#protocol/errors.ts';
import { toChatId, toUserId } from '#protocol/casts.ts';
import { lockHead, type LockedHead } from '#server/storage/rows/lockHead.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { changedMessage } from '#server/storage/units/messages/changedMessage.ts';
import type { MessageChange } from '#server/storage/units/messages/changeTypes.ts';
import { refreshPreview } from '#server/storage/units/messages/refreshPreview.ts';
import { toCardBody, type CardRow } from './cardRows.ts';

interface Place {
  name: string;
  card_id: string;
  chat_id: number;
  seq: number | null;
  v: number;
}

/**
 * Brings one place of a card up to date, the one that waits longest; of any card without `card`. The message keeps its position and gets a new rev, like an edit without a
 * trace; one that was deleted stays so. Null: nothing waits.
 */
export const refreshPlace = writeUnit(
  async (tx, { card }: { card?: string | undefined }): Promise<MessageChange | null> => {
    const [found] = await tx.sql<Place>(
      `SELECT * FROM app_card_places WHERE is_stale = 1 AND seq IS NOT NULL${card === undefined ? '' : ' AND card_id = ?'} ORDER BY at LIMIT 1`,
      card === undefined ? [] : [card],
    );
    if (!found) return null;
    const nothing: MessageChange = { r: 0, personal: [], reads: [] };
    const head = await lockOrNothing(tx, found);
    // Before the card is read: whoever changes it from now on marks the place again after this.
    const [place] = await tx.sql<Place>(
      'UPDATE app_card_places SET is_stale = 0 WHERE name = ? AND is_stale = 1 RETURNING *',
      [found.name],
    );
    if (!head || !place || place.seq === null) return nothing;
    const [row] = await tx.sql<MessageRow>('SELECT * FROM messages WHERE chat_id = ? AND seq = ?', [
      place.chat_id,
      place.seq,
    ]);
    const [words] = await tx.sql<CardRow>('SELECT * FROM app_cards WHERE id = ?', [place.card_id]);
    if (!row || !words || row.deleted_at !== null || words.v === place.v) return nothing;
    await rewrite(tx, head, row, { name: place.name, card: words });
    await tx.sql('UPDATE app_card_places SET v = ? WHERE name = ?', [words.v, place.name]);
    // Hidden messages are in 1:1 chats only, where a member's number is the account's.
    return { ...nothing, r: row.rev, ...changedMessage(head, row, toUserId(row.sender_mid)) };
  },
);

/** A chat that is gone has nothing to show. */
async function lockOrNothing(tx: Tx, { chat_id: c }: Place): Promise<LockedHead | undefined> {
  try {
    return await lockHead(tx, toChatId(c));
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_MEMBER') return undefined;
    throw error;
  }
}

async function rewrite(
  tx: Tx,
  head: LockedHead,
  row: MessageRow,
  { name, card }: { name: string; card: CardRow },
): Promise<void> {
  const { silent } = JSON.parse(row.body) as { silent?: 1 };
  head.rev += 1;
  row.rev = head.rev;
  row.body = JSON.stringify({ ...toCardBody(card, name), ...(silent ? { silent } : {}) });
  await tx.sql('UPDATE messages SET rev = ?, body = ? WHERE chat_id = ? AND seq = ?', [
    ...[row.rev, row.body],
    ...[row.chat_id, row.seq],
  ]);
  refreshPreview(head, row);
  await writeHead(tx, head);
}
