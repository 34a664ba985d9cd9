import type { ChatId } from '#protocol/ids.ts';
import type { Delta } from '#protocol/entities/chat.ts';
import type { LocalChat, LocalTables, TableName } from '#sync/changes.ts';

/** What a device has before the deltas come, and the deltas in the order of their arrival. */
export interface ApplyPlan {
  chats: LocalChat[];
  msgs: LocalTables['msgs'][];
  deltas: Delta[];
}

/** One round: `database` is the number that names the database, new in every round. */
export interface ApplyOrder {
  by: 'engine' | 'raw';
  database: number;
  shape: ApplyShape;
}

/** `live`: one message each, as they arrive one by one; `catchUp`: what many chats missed, in long deltas. */
export type ApplyShape = 'live' | 'catchUp';

/** What a round took. */
export interface ApplyResult {
  ms: number;
  deltas: number;
  /** rows written, of all tables */
  rows: number;
  transactions: number;
}

/** Rows that one transaction of the engine wrote. */
export type WrittenRows = { [Name in TableName]?: LocalTables[Name][] };

export type { ChatId };
