import type pg from 'pg';
import { encodeParams } from '../encodeParams.ts';
import type { Connection } from './connection.ts';

// One name per statement text, the same on every connection of this process.
const names = new Map<string, { name: string; text: string }>();
/** More texts than this are sent without a name, so that the server's memory stays bounded. */
const maxNames = 1_000;

/** `?` becomes `$1, $2, …`. Statements of the shared subset have no `?` in literals. */
function named(text: string): { name?: string; text: string } {
  const known = names.get(text);
  if (known) return known;
  let index = 0;
  const numbered = text.replaceAll('?', () => `$${(index += 1)}`);
  if (names.size >= maxNames) return { text: numbered };
  const made = { name: `kabar${names.size}`, text: numbered };
  names.set(text, made);
  return made;
}

/** A pooled PostgreSQL connection while one unit has it. */
export function postgresConnection(client: pg.ClientBase): Connection {
  return {
    async sql(text, params) {
      const result = await client.query<object>({ ...named(text), values: encodeParams(params) });
      return result.rows;
    },
    async query(text, params) {
      const result = await client.query<object>({ text, values: encodeParams(params) });
      return { rows: result.rows, changes: result.rowCount ?? 0 };
    },
  };
}
