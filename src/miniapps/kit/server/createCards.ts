import { randomUUID } from 'node:crypto';
import type { CardWords } from '#protocol/entities/appCards.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppApi } from './AppApi.ts';
import { AppApiError } from './AppApiError.ts';
import type { Outbox } from './createOutbox.ts';
import type { AppDatabase } from './openAppDatabase.ts';

/** Cards of this app: one for each thing and person who shows it. */
export interface Cards {
  /** The card of a person about a thing, with these words; made anew when the messenger knows it no more. Throws UNAVAILABLE. */
  prepare(about: string, person: number, words: CardWords): Promise<string>;
  /** Gives every card about a thing its words of now, inside the transaction of the change. */
  refresh(about: string, wordsFor: (person: number) => CardWords): void;
}

/** Cards about one thing that still change, newest first. */
const keptCards = 200;

/** Makes {@link Cards}. */
export function createCards(db: AppDatabase, api: AppApi, outbox: Outbox): Cards {
  const prepare = async (about: string, person: number, words: CardWords): Promise<string> => {
    const known = db.get<{ card: string }>('SELECT card FROM cards WHERE about = ? AND person = ?', about, person);
    if (known && (await api.getCard(known.card))) {
      // Through the outbox: the messenger takes new words of a card once a second, and these may come right after others.
      outbox.card(known.card, words);
      await outbox.flush();
      return known.card;
    }
    const card = await api.createCard(person, words, randomUUID());
    db.run(
      'INSERT INTO cards (about, person, card) VALUES (?, ?, ?) ON CONFLICT (about, person) DO UPDATE SET card = excluded.card',
      ...[about, person, card],
    );
    return card;
  };
  return {
    async prepare(about, person, words) {
      try {
        return await prepare(about, person, words);
      } catch (error) {
        if (error instanceof AppApiError) throw new AppError('UNAVAILABLE', { cause: error });
        throw error;
      }
    },
    refresh(about, wordsFor) {
      const rows = db.all<{ card: string; person: number }>(
        'SELECT card, person FROM cards WHERE about = ? LIMIT ?',
        ...[about, keptCards],
      );
      for (const { card, person } of rows) outbox.card(card, wordsFor(person));
    },
  };
}
