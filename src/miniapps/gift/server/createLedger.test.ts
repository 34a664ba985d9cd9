import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#protocol/errors.ts';
import { openAppDatabase, type AppDatabase } from '#miniapps/kit/server/openAppDatabase.ts';
import { raceTransfers } from '#testing/miniApps/raceTransfers.ts';
import { createLedger, issuer, type Transfer } from './createLedger.ts';
import { giftSchema } from './giftSchema.ts';

let folder: string;
let db: AppDatabase;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kabar-ledger-'));
  db = openAppDatabase(join(folder, 'app.db'), giftSchema);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const accounts = [issuer, 'a', 'b', 'c'];
const transfers = fc.array(
  fc.record({
    key: fc.integer({ min: 0, max: 15 }).map(String),
    source: fc.constantFrom(...accounts),
    target: fc.constantFrom(...accounts),
    points: fc.oneof(fc.integer({ min: -1, max: 50 }), fc.constantFrom(0.5, Number.NaN, 2 ** 60)),
    why: fc.constant('test'),
  }),
  { maxLength: 40 },
);

/** What must be true of a book at any time. */
function audit(book: AppDatabase): void {
  expect(book.get('SELECT coalesce(sum(balance), 0) AS n FROM accounts')).toEqual({ n: 0 });
  expect(book.all('SELECT id FROM accounts WHERE balance < 0 AND id <> ?', issuer)).toEqual([]);
  expect(
    book.all(
      'SELECT a.id FROM accounts a WHERE a.balance <> (SELECT coalesce(sum(points), 0) FROM entries e WHERE e.account = a.id)',
    ),
  ).toEqual([]);
  expect(book.all('SELECT transfer FROM entries GROUP BY transfer HAVING count(*) <> 2 OR sum(points) <> 0')).toEqual(
    [],
  );
  expect(book.get('SELECT count(*) AS n FROM entries')).toEqual(book.get('SELECT 2 * count(*) AS n FROM transfers'));
}

const codeOf = (work: () => void): string => {
  try {
    work();
    return 'ok';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

describe('the book', () => {
  it('sums to nothing, has nobody in debt and does what a plain model does, whatever is asked of it', () => {
    fc.assert(
      fc.property(transfers, (list) => {
        const book = openAppDatabase(':memory:', giftSchema);
        const ledger = createLedger(book, () => 1);
        const model = new Map<string, number>();
        const done = new Map<string, Transfer>();
        const expected = ({ key, source, target, points }: Transfer): string => {
          if (!Number.isSafeInteger(points) || points <= 0 || points > 1e9 || source === target) return 'BAD';
          const known = done.get(key);
          if (known)
            return known.source === source && known.target === target && known.points === points ? 'ok' : 'STALE';
          if (source !== issuer && (model.get(source) ?? 0) < points) return 'FULL';
          done.set(key, { key, source, target, points, why: '' });
          model.set(source, (model.get(source) ?? 0) - points);
          model.set(target, (model.get(target) ?? 0) + points);
          return 'ok';
        };
        for (const transfer of list) expect(codeOf(() => ledger.transfer(transfer))).toBe(expected(transfer));
        for (const account of accounts) expect(ledger.balance(account)).toBe(model.get(account) ?? 0);
        audit(book);
        book.close();
      }),
      { numRuns: 150 },
    );
  });

  it('refuses what goes past its rules by the rules of its tables', () => {
    const ledger = createLedger(db, () => 1);
    ledger.transfer({ key: 'a', source: issuer, target: 'a', points: 5, why: 'x' });
    const attempts = [
      "UPDATE accounts SET balance = -1 WHERE id = 'a'",
      "INSERT INTO transfers (key, source, target, points, why, at) VALUES ('b', 'a', 'issuer', 6, 'x', 1)",
      "INSERT INTO transfers (key, source, target, points, why, at) VALUES ('b', 'a', 'issuer', -1, 'x', 1)",
      "INSERT INTO transfers (key, source, target, points, why, at) VALUES ('b', 'a', 'a', 1, 'x', 1)",
      "UPDATE transfers SET points = 9 WHERE key = 'a'",
      "DELETE FROM transfers WHERE key = 'a'",
      'UPDATE entries SET points = 9',
      'DELETE FROM entries',
    ];
    for (const sql of attempts) expect(() => db.run(sql), sql).toThrow();
    audit(db);
    expect(ledger.balance('a')).toBe(5);
  });

  it('holds when several threads write at once: nothing is spent twice, a key counts once', async () => {
    createLedger(db, () => 1).transfer({ key: 'start', source: issuer, target: 'a', points: 100, why: 'x' });
    const lists = Array.from({ length: 4 }, (_, thread) =>
      Array.from({ length: 30 }, (__, index) => ({
        // Every third is the same command in all threads.
        key: index % 3 === 0 ? `same-${index}` : `own-${thread}-${index}`,
        source: 'a',
        target: 'b',
        points: 3,
        why: 'race',
      })),
    );
    const codes = (await raceTransfers(join(folder, 'app.db'), lists)).flat();
    expect(new Set(codes)).toEqual(new Set(['ok', 'FULL']));
    audit(db);
    const ledger = createLedger(db, () => 1);
    expect(ledger.balance('a')).toBe(1);
    expect(ledger.balance('b')).toBe(99);
  });
});
