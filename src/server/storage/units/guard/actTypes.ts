import type { Selectable } from 'kysely';
import type { Schema } from '#server/storage/schema.ts';

export type ActRow = Selectable<Schema['guarded_acts']>;

/** States of an act. */
export const actState = { waiting: 0, done: 1, refused: 2, undone: 3 } as const;

/** Somebody who was taken out. His member row keeps floor, read position and counts; what the removal changes in it stands here. */
export interface RemovedPerson {
  /** account */
  user: number;
  mid: number;
  /** role he had, and since when */
  role: number;
  roleAt: number | null;
  /** rev of the removal: with another one in his row he has come and gone since */
  rev: number;
  /** when, ms */
  at: number;
}
/** People to take out (`mids`, while it waits) or taken out (`people`). */
export interface RemovePayload {
  ban: boolean;
  mids: number[];
  people: RemovedPerson[];
}

/** One person's role before and after; the newest of several changes is in `to`. */
export interface ChangedRole {
  user: number;
  mid: number;
  from: number;
  fromAt: number | null;
  to: number;
}
export interface RolePayload {
  people: ChangedRole[];
}

/** The slow part of a chat that an act may change. */
export interface ChatFace {
  title?: string | null;
  about?: string | null;
  avatar?: string | null;
}
export interface RenamePayload {
  before: ChatFace;
  after: ChatFace;
}

/** Messages taken away; their content is in `deleted_messages`. */
export interface DeletePayload {
  count: number;
}

/** What a message was before somebody else took it away. Reactions are not kept: they do not come back. */
export interface DeletedContent {
  body: string;
  mentionIds: string | null;
  mentionAll: number;
  versions: { rev: number; body: string; at: number }[];
}
