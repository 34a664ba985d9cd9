import type { LocalChat, LocalMember, LocalMessage, OutboxEntry } from '../changes.ts';

/** A row that was refused, with the reason. */
export interface Rejected {
  what: string;
  row: unknown;
}

/**
 * What the merge functions see of one chat. `rows` holds at least the cached rows that a change names and those that are counted (see
 * {@link file://./countChat.ts}); a row that is absent from it is taken for not cached. Values are never changed in place.
 */
export interface ChatState {
  chat: LocalChat;
  /** every cached row from this seq on that is mine or names me is in `rows`; absent = all rows are */
  loadedFrom?: number;
  rows: ReadonlyMap<number, LocalMessage>;
  members: ReadonlyMap<number, LocalMember>;
  /** the chat's lane of the outbox, in order */
  outbox: readonly OutboxEntry[];
  /** read position that the server has not confirmed */
  mark?: number;
  /** rows that could not be applied, for the quarantine */
  rejected: readonly Rejected[];
}
