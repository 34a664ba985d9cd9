import type { CardWords } from '#protocol/entities/appCards.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId } from '#protocol/ids.ts';
import { forUpdate } from '#server/storage/rows/forUpdate.ts';
import { readUnit, writeUnit, type Tx } from '#server/storage/unit.ts';
import { takeCardPicture, type CardRow } from './cardRows.ts';
import { lockServed } from './lockPerson.ts';
import { withCall, type AppCall } from './withCall.ts';

/** Shortest time between two changes of a card, ms. */
export const cardPauseMs = 1_000;

/** A card of an app. */
export interface CardInput {
  readonly app: AppId;
  readonly card: string;
}

/** Gives a card other words. Where it stands is only marked here: each chat is changed by itself (`refreshPlace`). Throws NOT_FOUND, FORBIDDEN (closed), RATE (with the time until it may be), CID_MISMATCH. */
export const updateCard = writeUnit(
  async (tx, input: CardInput & AppCall & { words: CardWords }): Promise<{ v: number }> => {
    const { result } = await withCall(tx, input, async () => {
      await lockServed(tx, input.app);
      const card = await loadCard(tx, input, 'lock');
      const words = JSON.stringify(input.words);
      if (words === card.words) return { v: card.v };
      const waitMs = card.changed_at === null ? 0 : card.changed_at + cardPauseMs - tx.now;
      // For a clock that was set back, no longer than the pause.
      if (waitMs > 0) throw new AppError('RATE', { retry: Math.min(waitMs, cardPauseMs) });
      const picture = await takeCardPicture(tx, input.app, input.words);
      const v = card.v + 1;
      await tx.sql('UPDATE app_cards SET words = ?, picture = ?, v = ?, changed_at = ? WHERE id = ?', [
        words,
        picture,
        v,
        Math.max(tx.now, card.changed_at ?? card.made_at),
        card.id,
      ]);
      // Those that are no message yet, too: one may be becoming one right now.
      await tx.sql('UPDATE app_card_places SET is_stale = 1 WHERE card_id = ?', [card.id]);
      return { v };
    });
    return result;
  },
);

/** What an app may know of its card: number of its words, and in how many chats it stands. Throws NOT_FOUND. */
export const getCard = readUnit(async (tx, input: CardInput): Promise<{ v: number; shared: number }> => {
  const { v } = await loadCard(tx, input);
  const [places] = await tx.sql<{ n: number }>(
    `SELECT count(*) AS n FROM app_card_places p JOIN messages m ON m.chat_id = p.chat_id AND m.seq = p.seq
      WHERE p.card_id = ? AND m.deleted_at IS NULL`,
    [input.card],
  );
  return { v, shared: Number(places?.n ?? 0) };
});

/** A card of this app that the person has not taken back. Throws NOT_FOUND. */
async function loadCard(tx: Tx, { app, card }: CardInput, lock?: 'lock'): Promise<CardRow> {
  const [row] = await tx.sql<CardRow>(
    `SELECT * FROM app_cards WHERE id = ? AND app_id = ? AND user_id <> 0${lock ? forUpdate(tx) : ''}`,
    [card, app],
  );
  if (!row) throw new AppError('NOT_FOUND', { message: 'no such card' });
  return row;
}
