import type { SqlValue, Tx } from '../unit.ts';
import type { MessageRow } from './rowTypes.ts';

const columns = [
  'chat_id',
  'seq',
  'rev',
  'n',
  'sender_mid',
  'pver',
  'cid',
  'kind',
  'flags',
  'body',
  'body_hash',
  'reply_to',
  'mention_ids',
  'mention_all',
  'hidden_for',
  'created_at',
  'client_at',
] as const satisfies (keyof MessageRow)[];

const rowText = `(${columns.map(() => '?').join(', ')})`;
const headText = `INSERT INTO messages (${columns.join(', ')}) VALUES `;
const texts = new Map<number, string>();

/** The text for so many rows is made once: a string of thousands of characters is not built for each batch. */
function textFor(count: number): string {
  const text = texts.get(count) ?? headText + Array.from({ length: count }, () => rowText).join(', ');
  texts.set(count, text);
  return text;
}

/** Inserts fresh messages (at most 64 at once) in one statement. Their edit, unsend and reaction columns are empty by nature. */
export async function insertMessages(tx: Tx, rows: readonly MessageRow[]): Promise<void> {
  const params: SqlValue[] = [];
  for (const row of rows) for (const column of columns) params.push(row[column]);
  await tx.sql(textFor(rows.length), params);
}
