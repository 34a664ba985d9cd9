import type { SqlValue } from '../unit.ts';

/** Body and parameters of `WITH v(…) AS (VALUES …)`. */
export interface ValuesTable {
  text: string;
  params: SqlValue[];
}

/**
 * A small table out of parameters, typed by casts because PostgreSQL takes bare parameters in VALUES for text. Filled up with rows of nulls to a power of
 * two: they join with nothing, and only a few statement texts have to be prepared.
 */
export function valuesTable(
  types: readonly ('bigint' | 'text')[],
  rows: readonly (readonly SqlValue[])[],
): ValuesTable {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, rows.length)));
  const row = `(${types.map((type) => `CAST(? AS ${type})`).join(', ')})`;
  const params = rows.flat();
  while (params.length < size * types.length) params.push(null);
  return { text: Array.from({ length: size }, () => row).join(', '), params };
}
