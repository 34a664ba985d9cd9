import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat } from '#sync/changes.ts';
import { isMuted } from './isMuted.ts';

/** What is unread in the rooms of a community, for its row in the list of chats: messages of those that are not muted, and mentions in all. `now`: server clock, ms. */
export function sumRooms(
  community: LocalChat,
  chats: ReadonlyMap<ChatId, LocalChat>,
  now: number,
): { unread: number; mentions: number } {
  const sum = { unread: 0, mentions: 0 };
  for (const { c } of community.meta.rooms ?? []) {
    const room = chats.get(c);
    if (!room) continue;
    sum.mentions += room.mentions;
    if (!isMuted(room, now)) sum.unread += room.unread;
  }
  return sum;
}
