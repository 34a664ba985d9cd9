import { AppError } from '#protocol/errors.ts';
import type { AppDatabase } from '#miniapps/kit/server/openAppDatabase.ts';

/** One movement of test points. `key`: names it for ever; a repeat does nothing. */
export interface Transfer {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  /** whole and more than none */
  readonly points: number;
  readonly why: string;
}

/** The book of test points, with two entries for each movement. */
export interface Ledger {
  /** Throws FULL (not enough there), STALE (the key stands for another movement), BAD (no such amount, or to itself). */
  transfer(transfer: Transfer): void;
  balance(account: string): number;
  moves(account: string, limit: number): { at: number; points: number; why: string }[];
}

/** Where all points come from: the only account that may be below zero. */
export const issuer = 'issuer';
/** Points of one movement at most. */
const pointsMax = 1_000_000_000;

/** Makes a {@link Ledger} in the database of an app. `now`: ms. */
export function createLedger(db: AppDatabase, now: () => number): Ledger {
  const balance = (account: string): number =>
    db.get<{ balance: number }>('SELECT balance FROM accounts WHERE id = ?', account)?.balance ?? 0;
  return {
    transfer({ key, source, target, points, why }) {
      if (!Number.isSafeInteger(points) || points <= 0 || points > pointsMax || source === target)
        throw new AppError('BAD');
      db.write(() => {
        const known = db.get<Transfer>('SELECT * FROM transfers WHERE key = ?', key);
        if (known) {
          const isSame = known.source === source && known.target === target && known.points === points;
          if (!isSame) throw new AppError('STALE', { message: 'this key stands for another movement' });
          return;
        }
        if (source !== issuer && balance(source) < points) throw new AppError('FULL', { message: 'not enough points' });
        for (const account of [source, target])
          db.run('INSERT INTO accounts (id) VALUES (?) ON CONFLICT DO NOTHING', account);
        // The entries and the balances follow by triggers; the checks of the tables are the last word.
        db.run(
          'INSERT INTO transfers (key, source, target, points, why, at) VALUES (?, ?, ?, ?, ?, ?)',
          ...[key, source, target, points, why, now()],
        );
      });
    },
    balance,
    moves: (account, limit) =>
      db.all(
        `SELECT t.at, e.points, t.why FROM entries e JOIN transfers t ON t.key = e.transfer
          WHERE e.account = ? ORDER BY e.id DESC LIMIT ?`,
        ...[account, limit],
      ),
  };
}
