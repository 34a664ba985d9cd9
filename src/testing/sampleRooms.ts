import { toRoomSettings } from '#domain/toRoomSettings.ts';
import type { RoomInfo } from '#protocol/entities/chatSettings.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import type { LocalChat } from '#sync/changes.ts';
import { filmChat } from './samplePlaces.ts';

/** The nth room of the community of the previews, from 1. */
export const roomId = (at: number): ChatId => toChatId(3_100 + at);

const list: RoomInfo[] = [
  { c: roomId(1), title: 'Announcements', ro: 1 },
  { c: roomId(2), title: 'Show your roll' },
  { c: roomId(3), title: 'Gear & repair — lenses, light meters and everything that sticks or rattles' },
  { c: roomId(4), title: 'Kamar gelap · darkroom' },
  { c: roomId(5), title: '日本語ラウンジ', about: 'のんびり話す部屋です。' },
  { c: roomId(6), title: '한국어 수다방' },
  { c: roomId(7), title: '繁中閒聊' },
];

/** The community with its rooms. */
export const filmRooms: LocalChat = { ...filmChat, meta: { ...filmChat.meta, rooms: list } };
/** The same for somebody who may change rooms. */
export const filmRoomsOwner: LocalChat = { ...filmRooms, me: { ...filmRooms.me, ro: memberRole.owner } };

function room(
  info: RoomInfo,
  more: { n: number; rs: number; unread?: number; mentions?: number; nt?: number },
): LocalChat {
  const { n, rs, unread = 0, mentions = 0, nt = 0 } = more;
  const { set, ...meta } = filmChat.meta;
  const { l: _last, ...head } = filmChat.head;
  return {
    ...filmChat,
    c: info.c,
    unread,
    mentions,
    head: { ...head, c: info.c, n, rev: n + 1, ls: n + 1, cnt: 0 },
    me: { ...filmChat.me, rs, rn: Math.max(0, rs - 1), nt },
    meta: { ...meta, title: info.title, parent: filmChat.c, set: toRoomSettings(set, info.ro ? { ro: 1 } : {}) },
  };
}

/** The rooms as this device holds them: unopened with news, unread with a mention, muted, read, unread, empty, muted. */
export const sampleRooms: readonly LocalChat[] = [
  room(list[0] as RoomInfo, { n: 3, rs: 0 }),
  room(list[1] as RoomInfo, { n: 60, rs: 13, unread: 48, mentions: 1 }),
  room(list[2] as RoomInfo, { n: 30, rs: 19, unread: 12, nt: 2 }),
  room(list[3] as RoomInfo, { n: 30, rs: 31 }),
  room(list[4] as RoomInfo, { n: 9, rs: 4, unread: 6 }),
  room(list[5] as RoomInfo, { n: 0, rs: 0 }),
  room(list[6] as RoomInfo, { n: 40, rs: 18, unread: 23, nt: 2 }),
];
