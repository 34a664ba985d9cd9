import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChatFolder } from '#domain/chatFolders.ts';
import type { Pref } from '#protocol/entities/user.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat, OutboxEntry } from '#sync/changes.ts';

/** Sends of a chat that have not arrived, for the list's preview line. */
export interface PendingSummary {
  waiting: number;
  failed: number;
  newest?: OutboxEntry;
}

/** All chats of mine. `order`: shown ids, pinned first (higher rank first), then by newest message; hidden ones are left out. */
export interface ChatListState {
  /** false until the first read of the device's cache ended */
  loaded: boolean;
  chats: ReadonlyMap<ChatId, LocalChat>;
  order: readonly ChatId[];
  pending: ReadonlyMap<ChatId, PendingSummary>;
  /** who types where, by member id; entries end by themselves */
  typing: ReadonlyMap<ChatId, readonly number[]>;
  /** how often a request of mine to come in was declined since this tab is here: another number is a reason to look at the chat's door again */
  declined: ReadonlyMap<ChatId, number>;
  /** unread messages of chats that are neither muted nor archived, plus mentions in muted ones: the one number behind list, title and app badge */
  totalUnread: number;
  /** the person's folders in their order */
  folders: readonly ChatFolder[];
  /** chats in the archive: they make no sound and are not counted */
  archived: ReadonlySet<ChatId>;
  /** the settings that `folders` and `archived` are made of, by key */
  folderPrefs: ReadonlyMap<string, Pref>;
  /** unsent sends by outbox id: what `pending` is made of */
  sends: ReadonlyMap<number, OutboxEntry>;
}

/** The state before anything was read. */
export const emptyChatList: ChatListState = {
  loaded: false,
  chats: new Map(),
  order: [],
  pending: new Map(),
  typing: new Map(),
  declined: new Map(),
  totalUnread: 0,
  folders: [],
  archived: new Set(),
  folderPrefs: new Map(),
  sends: new Map(),
};

/** Makes the store behind the chat list; filled by the feed of ChangeBatches (app/). */
export function createChatListStore(): StoreApi<ChatListState> {
  return createStore<ChatListState>(() => emptyChatList);
}
