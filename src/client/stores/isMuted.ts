import type { LocalChat } from '#sync/changes.ts';

/** Whether a chat is quiet at `now` (server clock, ms): muted for a while, or set to less than all notifications. */
export function isMuted(chat: LocalChat, now: number): boolean {
  return chat.me.nt > 0 || (chat.me.mu !== undefined && chat.me.mu > now);
}
