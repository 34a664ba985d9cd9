import type { Head, RoomNews } from '#protocol/entities/chat.ts';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import type { LocalChat } from './changes.ts';
import { unopenedSeat } from './unopenedSeat.ts';

/** A room's head as news tell it. They do not say which message is the newest: the rev is at or above it. */
export const toRoomHead = ([c, rev, n, b]: RoomNews): Head => ({ c, rev, n, b, cnt: 0, mr: 0, ls: rev });

/**
 * What a community's snapshot says of its rooms, as a snapshot of each. Where I have no seat of my own I have not been yet: my place is the beginning, with the
 * community's version of my standing.
 */
export function roomSnapshots(community: LocalChat, { rooms = [], seats = [] }: ChatSnapshot): ChatSnapshot[] {
  const seatOf = new Map(seats);
  return rooms.map((news) => ({
    h: toRoomHead(news),
    me: seatOf.get(news[0]) ?? unopenedSeat(community.me, community.me.mv),
  }));
}
