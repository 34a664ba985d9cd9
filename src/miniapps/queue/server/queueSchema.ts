/**
 * `state` of a ticket: it waits, is served, and then is over in one of three ways. `ord`: its turn; `first`: how many waited before it when it was taken. Numbers go from
 * 1 to 999 and begin again; no two tickets that are not over share one. A person has one ticket of a place at a time, and a counter serves one.
 */
export const queueSchema = `
CREATE TABLE places (
  id TEXT PRIMARY KEY, prefix TEXT NOT NULL, is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1)),
  last_number INTEGER NOT NULL DEFAULT 0 CHECK (last_number BETWEEN 0 AND 999), v INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE tickets (
  id TEXT PRIMARY KEY, place TEXT NOT NULL REFERENCES places, number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999), ord INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES people, first INTEGER NOT NULL CHECK (first >= 0),
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'serving', 'done', 'skipped', 'left')),
  warned INTEGER NOT NULL DEFAULT 0 CHECK (warned IN (0, 1)),
  taken_at INTEGER NOT NULL, called_at INTEGER, over_at INTEGER,
  CHECK ((state IN ('done', 'skipped', 'left')) = (over_at IS NOT NULL)),
  CHECK (state NOT IN ('serving', 'done', 'skipped') OR called_at IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX tickets_number ON tickets (place, number) WHERE over_at IS NULL;
CREATE UNIQUE INDEX tickets_ord ON tickets (place, ord) WHERE over_at IS NULL;
CREATE UNIQUE INDEX tickets_person ON tickets (place, person) WHERE over_at IS NULL;
CREATE UNIQUE INDEX tickets_serving ON tickets (place) WHERE state = 'serving';
CREATE INDEX tickets_over ON tickets (place, over_at) WHERE state = 'done';
`;
