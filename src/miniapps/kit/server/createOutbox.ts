import { randomUUID } from 'node:crypto';
import type { CardWords } from '#protocol/entities/appCards.ts';
import type { AppApi, ServiceMessage } from './AppApi.ts';
import { AppApiError } from './AppApiError.ts';
import type { AppDatabase } from './openAppDatabase.ts';

/** What the messenger is to be told, kept with the change that it tells of, so that neither a crash nor a messenger that is away loses it. */
export interface Outbox {
  /** To be called inside the transaction of the change. */
  message(message: ServiceMessage): void;
  /** New words of a card; older ones that still wait are forgotten. */
  card(card: string, words: CardWords): void;
  /** Sends what is due. A second call joins the one under way. */
  flush(): Promise<void>;
  /** How many things wait. */
  size(): number;
}

interface Row {
  id: string;
  kind: 'message' | 'card';
  target: string;
  body: string;
  tries: number;
}

/** First pause after a failure and the longest one, ms. */
const pauseMs = { first: 1_000, most: 5 * 60_000 };
/** Words that nobody took for so long are no news any more, ms. */
const keptMs = 24 * 3_600_000;

/** Makes an {@link Outbox}. `drop`: told of what the messenger refused for good. `now`: ms. */
export function createOutbox(db: AppDatabase, api: AppApi, now: () => number, drop: (why: string) => void): Outbox {
  const add = (kind: Row['kind'], target: string, body: unknown): void => {
    db.run(
      `INSERT INTO outbox (id, kind, target, body, at, next_at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (target) WHERE kind = 'card' DO UPDATE
          SET id = excluded.id, body = excluded.body, at = excluded.at, tries = 0, next_at = excluded.next_at`,
      ...[randomUUID(), kind, target, JSON.stringify(body), now(), now()],
    );
  };
  const tell = async ({ id, kind, target, body }: Row): Promise<void> => {
    if (kind === 'card') await api.changeCard(target, JSON.parse(body) as CardWords, id);
    else await api.send(JSON.parse(body) as ServiceMessage, id);
  };
  const sendOne = async (row: Row): Promise<void> => {
    try {
      await tell(row);
      // Newer words of the same card have another id and stay.
      db.run('DELETE FROM outbox WHERE id = ?', row.id);
    } catch (error) {
      if (error instanceof AppApiError && error.isPassing) {
        const pause = Math.min(pauseMs.first * 2 ** row.tries, pauseMs.most);
        db.run('UPDATE outbox SET tries = tries + 1, next_at = ? WHERE id = ?', now() + pause, row.id);
        return;
      }
      drop(error instanceof Error ? error.message : String(error));
      db.run('DELETE FROM outbox WHERE id = ?', row.id);
    }
  };
  const sendAll = async (): Promise<void> => {
    db.run('DELETE FROM outbox WHERE at < ?', now() - keptMs);
    for (;;) {
      const row = db.get<Row>('SELECT * FROM outbox WHERE next_at <= ? ORDER BY at, rowid LIMIT 1', now());
      if (!row) return;
      // oxlint-disable-next-line no-await-in-loop -- in order
      await sendOne(row);
    }
  };
  let running: Promise<void> | undefined;
  return {
    message: (message) => add('message', String(message.person), message),
    card: (card, words) => add('card', card, words),
    flush: () => (running ??= sendAll().finally(() => (running = undefined))),
    size: () => db.get<{ n: number }>('SELECT count(*) AS n FROM outbox')?.n ?? 0,
  };
}
