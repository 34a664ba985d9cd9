import { isUnopenedRoom } from '#domain/isUnopenedRoom.ts';
import type { ChatId } from '#protocol/ids.ts';
import { isMuted } from '#client/stores/isMuted.ts';
import type { CommunityChat } from '../CommunityChat.ts';
import type { RoomItem } from './RoomItem.ts';

/** The rooms of a community as its list says, after its own conversation. `now`: server clock, ms. */
export function toRoomItems(
  community: CommunityChat,
  chats: ReadonlyMap<ChatId, CommunityChat>,
  { main, now }: { main: string; now: number },
): RoomItem[] {
  const isAllQuiet = isMuted(community, now);
  const toItem = (chat: CommunityChat, title: string, kind: RoomItem['kind']): RoomItem => ({
    id: chat.c,
    title,
    kind,
    unread: chat.unread,
    hasNews: isUnopenedRoom(chat) && chat.head.n > 0,
    isMentioned: chat.mentions > 0,
    isQuiet: isAllQuiet || isMuted(chat, now),
  });
  const rooms = community.meta.rooms ?? [];
  return [
    toItem(community, main, 'main'),
    ...rooms.flatMap(({ c, title, ro }) => {
      const chat = chats.get(c);
      return chat ? [toItem(chat, title, ro === 1 ? 'news' : 'room')] : [];
    }),
  ];
}

/** Whether something is unread that is not where I am, nor muted. */
export const hasOtherNews = (items: readonly RoomItem[], openId: ChatId): boolean =>
  items.some(
    ({ id, unread, hasNews, isMentioned, isQuiet }) =>
      id !== openId && (isMentioned || (!isQuiet && (unread > 0 || hasNews))),
  );
