import type { Selectable } from 'kysely';
import type { Schema } from '../schema.ts';

/** Rows as they come out of the tables. */
export type MessageRow = Selectable<Schema['messages']>;
export type MemberRow = Selectable<Schema['members']>;
export type ChatRow = Selectable<Schema['chats']>;
export type HeadRow = Selectable<Schema['chat_heads']>;
