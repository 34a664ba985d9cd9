/**
 * The book of test points: every transfer takes from one account what it gives to another, so that all balances together are nothing. Only the issuer may be below zero: its
 * debt is what is in circulation. Entries are never changed. `balance` is the sum of an account's entries, kept by a trigger.
 */
export const giftSchema = `
CREATE TABLE accounts (
  id TEXT PRIMARY KEY, balance INTEGER NOT NULL DEFAULT 0, CHECK (id = 'issuer' OR balance >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE transfers (
  key TEXT PRIMARY KEY, source TEXT NOT NULL REFERENCES accounts, target TEXT NOT NULL REFERENCES accounts,
  points INTEGER NOT NULL CHECK (points > 0), why TEXT NOT NULL, at INTEGER NOT NULL, CHECK (source <> target)
) STRICT, WITHOUT ROWID;
CREATE TABLE entries (
  id INTEGER PRIMARY KEY, transfer TEXT NOT NULL REFERENCES transfers, account TEXT NOT NULL REFERENCES accounts,
  points INTEGER NOT NULL CHECK (points <> 0), UNIQUE (transfer, account)
) STRICT;
CREATE INDEX entries_account ON entries (account, id);
CREATE TRIGGER transfers_book AFTER INSERT ON transfers BEGIN
  INSERT INTO entries (transfer, account, points) VALUES (new.key, new.source, -new.points), (new.key, new.target, new.points);
END;
CREATE TRIGGER entries_balance AFTER INSERT ON entries BEGIN
  UPDATE accounts SET balance = balance + new.points WHERE id = new.account;
END;
CREATE TRIGGER transfers_stay BEFORE UPDATE ON transfers BEGIN SELECT raise(ABORT, 'a transfer stays as it is'); END;
CREATE TRIGGER transfers_kept BEFORE DELETE ON transfers BEGIN SELECT raise(ABORT, 'a transfer is kept'); END;
CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT raise(ABORT, 'an entry stays as it is'); END;
CREATE TRIGGER entries_kept BEFORE DELETE ON entries BEGIN SELECT raise(ABORT, 'an entry is kept'); END;
CREATE TABLE gifts (
  id TEXT PRIMARY KEY, key TEXT NOT NULL, giver INTEGER NOT NULL REFERENCES people, opener INTEGER REFERENCES people, item TEXT NOT NULL,
  points INTEGER NOT NULL CHECK (points > 0), recipient TEXT, note TEXT, code TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL DEFAULT 'made' CHECK (state IN ('made', 'opened', 'redeemed', 'expired')),
  made_at INTEGER NOT NULL, until INTEGER NOT NULL, over_at INTEGER, redeemed_by INTEGER REFERENCES people,
  UNIQUE (giver, key), CHECK (opener IS NULL OR opener <> giver),
  CHECK (state <> 'made' OR opener IS NULL), CHECK (state NOT IN ('opened', 'redeemed') OR opener IS NOT NULL),
  CHECK ((state IN ('redeemed', 'expired')) = (over_at IS NOT NULL))
) STRICT;
CREATE INDEX gifts_due ON gifts (until) WHERE over_at IS NULL;
CREATE INDEX gifts_opener ON gifts (opener);
`;
