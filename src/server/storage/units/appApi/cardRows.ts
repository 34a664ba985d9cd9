import { randomBytes } from 'node:crypto';
import { pictureOf } from '#domain/faceId.ts';
import type { CardBody, CardWords } from '#protocol/entities/appCards.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId, UserId } from '#protocol/ids.ts';
import { toAppId } from '#protocol/casts.ts';
import { mediaUse } from '#server/storage/schema/mediaTables.ts';
import type { Tx } from '#server/storage/unit.ts';

/** A stored card. */
export interface CardRow {
  id: string;
  app_id: string;
  user_id: number;
  words: string;
  v: number;
  made_at: number;
  changed_at: number | null;
}

/** A fresh name that nobody guesses, of a card or of its place in a chat. */
export const newCardName = (): string => randomBytes(16).toString('base64url');

/** A card as the body of a message. `name`: of the card in that chat. */
export function toCardBody(card: CardRow, name: string): CardBody {
  const words = JSON.parse(card.words) as CardWords;
  return {
    x: words.text === undefined ? words.title : `${words.title}\n${words.text}`,
    app: toAppId(card.app_id),
    card: name,
    v: card.v,
    at: card.changed_at ?? card.made_at,
    words,
  };
}

/** Keeps a new card. Throws NOT_FOUND for a picture that the app did not upload. */
export async function addCard(tx: Tx, app: AppId, user: UserId, words: CardWords): Promise<CardRow> {
  const picture = await takeCardPicture(tx, app, words);
  const card: CardRow = {
    ...{ id: newCardName(), app_id: app, user_id: user, words: JSON.stringify(words) },
    ...{ v: 1, made_at: tx.now, changed_at: null },
  };
  await tx.sql('INSERT INTO app_cards (id, app_id, user_id, words, picture, made_at) VALUES (?, ?, ?, ?, ?, ?)', [
    ...[card.id, app, user, card.words],
    picture,
    tx.now,
  ]);
  return card;
}

/** Takes the picture of a card into use, which may be on several cards of its app; answers its id. Throws NOT_FOUND. */
export async function takeCardPicture(tx: Tx, app: AppId, { picture }: CardWords): Promise<string | null> {
  const id = pictureOf(picture);
  if (id === undefined) return null;
  const taken = await tx.sql(
    `UPDATE media SET used_as = ${mediaUse.card} WHERE id = ? AND deleted_at IS NULL
       AND EXISTS (SELECT 1 FROM app_pictures p WHERE p.id = media.id AND p.app_id = ?) RETURNING id`,
    [id, app],
  );
  if (taken.length === 0) throw new AppError('NOT_FOUND', { message: 'no such picture' });
  return id;
}

/** Notes that a card is to stand in a chat under this name; it does when there is a message that says so. */
export async function addPlace(tx: Tx, card: CardRow, c: number, name: string): Promise<void> {
  await tx.sql(
    'INSERT INTO app_card_places (name, card_id, chat_id, v, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    [name, card.id, c, card.v, tx.now],
  );
}
