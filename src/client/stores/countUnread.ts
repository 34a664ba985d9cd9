import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat } from '#sync/changes.ts';
import { isMuted } from './isMuted.ts';

/** The one count of unread messages, behind list, title and app badge. What is archived does not count, a muted chat by its mentions. `now`: server clock, ms. */
export function countUnread(chats: Iterable<LocalChat>, archived: ReadonlySet<ChatId>, now: number): number {
  let sum = 0;
  for (const chat of chats) {
    if (chat.me.st !== memberState.joined || archived.has(chat.c)) continue;
    sum += isMuted(chat, now) ? chat.mentions : chat.unread;
  }
  return sum;
}
