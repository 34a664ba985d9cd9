import type { ChatId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import type { MetaRow } from '../changes.ts';
import type { ReadTx } from '../ports.ts';

/** What this device knows of its person's habits; it never travels. */
export interface Places {
  /** when a chat was last on a screen, device clock, ms */
  opened: ReadonlyMap<ChatId, number>;
  /** chats that stay whatever their age */
  kept: ReadonlySet<ChatId>;
}

/** Rows of `meta` that hold it. */
export const openedRow = (c: ChatId, at: number): MetaRow => ({ key: openedKey(c), val: at });
export const keptRow = (c: ChatId): MetaRow => ({ key: keptKey(c), val: 1 });
export const openedKey = (c: ChatId): string => `opened:${c}`;
export const keptKey = (c: ChatId): string => `kept:${c}`;

/** Reads both; needs the table `meta`. */
export async function readPlaces(tx: ReadTx): Promise<Places> {
  const [opened, kept] = await Promise.all([readRows(tx, 'opened:'), readRows(tx, 'kept:')]);
  return { opened: new Map(opened), kept: new Set(kept.map(([c]) => c)) };
}

async function readRows(tx: ReadTx, prefix: string): Promise<[ChatId, number][]> {
  // Behind the prefix stand digits only, and ';' comes after them all.
  const rows = await tx.range('meta', { index: ':primary', from: prefix, to: `${prefix};` });
  return rows.map(({ key, val }) => [toChatId(Number(key.slice(prefix.length))), Number(val)]);
}
