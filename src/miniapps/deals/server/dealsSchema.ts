/** Prices are whole rupiah. A coupon is claimed once by a person, at most `stock` times. */
export const dealsSchema = `
CREATE TABLE prices (
  product TEXT NOT NULL, at INTEGER NOT NULL, price INTEGER NOT NULL CHECK (price BETWEEN 1 AND 1000000000), PRIMARY KEY (product, at)
) STRICT, WITHOUT ROWID;
CREATE TABLE follows (
  product TEXT NOT NULL, person INTEGER NOT NULL REFERENCES people, at INTEGER NOT NULL, PRIMARY KEY (product, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE coupons (
  id TEXT PRIMARY KEY, product TEXT NOT NULL, code TEXT NOT NULL UNIQUE, off INTEGER NOT NULL CHECK (off > 0),
  until INTEGER NOT NULL, stock INTEGER NOT NULL CHECK (stock >= 0), claimed INTEGER NOT NULL DEFAULT 0 CHECK (claimed BETWEEN 0 AND stock)
) STRICT;
CREATE TABLE claims (
  coupon TEXT NOT NULL REFERENCES coupons, person INTEGER NOT NULL REFERENCES people, at INTEGER NOT NULL, PRIMARY KEY (coupon, person)
) STRICT, WITHOUT ROWID;
`;
