import { canAnnounce } from '#domain/permissions.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';

/** Whether I may put messages on top of this chat. */
export const mayPin = (chat: ChatWindowState['chat']): boolean =>
  chat !== undefined && canAnnounce({ kind: chat.kind, state: chat.me.st, role: chat.me.ro, set: chat.meta.set });
