import { isDirect } from '#domain/chatTraits.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { ChatListState } from './chatListStore.ts';

/** The 1:1 chat with somebody, if this device knows it. */
export function findDirect(chats: ChatListState['chats'], user: UserId): ChatId | undefined {
  for (const chat of chats.values()) if (isDirect(chat.kind) && chat.me.peer === user) return chat.c;
  return undefined;
}
