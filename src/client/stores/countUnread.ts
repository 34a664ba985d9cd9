import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat } from '#sync/changes.ts';
import { isMuted } from './isMuted.ts';

/**
 * The one count of unread messages, behind list, title and app badge. What is archived does not count, a muted chat by its mentions; what holds for a
 * community holds for its rooms. `now`: server clock, ms.
 */
export function countUnread(chats: ReadonlyMap<ChatId, LocalChat>, archived: ReadonlySet<ChatId>, now: number): number {
  let sum = 0;
  for (const chat of chats.values()) {
    const { parent, root } = chat.meta;
    // News of a thread is shown where it hangs.
    if (root !== undefined) continue;
    if (chat.me.st !== memberState.joined || archived.has(parent ?? chat.c)) continue;
    const community = parent === undefined ? undefined : chats.get(parent);
    const isQuiet = isMuted(chat, now) || (community !== undefined && isMuted(community, now));
    sum += isQuiet ? chat.mentions : chat.unread;
  }
  return sum;
}
