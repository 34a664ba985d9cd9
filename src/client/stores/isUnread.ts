import type { LocalChat } from '#sync/changes.ts';

/** Whether a chat has something unread, or was marked as unread by hand. */
export function isUnread(chat: LocalChat | undefined): boolean {
  return chat !== undefined && (chat.unread > 0 || chat.me.uf !== undefined);
}
