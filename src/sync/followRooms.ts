import { toRoomSettings } from '#domain/toRoomSettings.ts';
import type { ChatMeta } from '#protocol/entities/chat.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { RoomInfo } from '#protocol/entities/chatSettings.ts';
import type { LocalChat } from './changes.ts';
import { isSame } from './isSame.ts';
import { laneOf, readLane, saveLane } from './lanes.ts';
import { failRefused } from './merge/mergeOutbox.ts';
import { pinsOf } from './merge/pinsOf.ts';
import type { WriteTx } from './ports.ts';
import { purgeChat } from './purgeChat.ts';
import { unopenedChat } from './unopenedChat.ts';
import { placeUnder, sharedOf } from './unopenedSeat.ts';

/**
 * Keeps the rooms of a community beside it, part of every transaction that changes the community: a room of its list is a chat here, one that left the list
 * goes with all that is cached of it, and my standing in all of them is the community's.
 */
export async function followRooms(tx: WriteTx, before: LocalChat | undefined, after: LocalChat): Promise<void> {
  const { rooms = [], set } = after.meta;
  const old = before?.meta.rooms ?? [];
  if (after.kind !== chatKind.community || (rooms.length === 0 && old.length === 0)) return;
  const isSameList = before?.meta.rooms === after.meta.rooms && before?.meta.set === set;
  if (isSameList && before !== undefined && isSame(sharedOf(before.me), sharedOf(after.me))) return;
  const ids = new Set(rooms.map(({ c }) => c));
  for (const { c } of old) if (!ids.has(c)) await purgeChat(tx, c);
  const stored = await tx.getMany('chats', [...ids]);
  const next = rooms.map((info, at) => {
    const room = stored[at];
    return room ? follow(room, after, info) : newRoom(after, info);
  });
  await tx.put(
    'chats',
    next.filter((room, at) => room !== stored[at]),
  );
  // A message of mine that was held in a room is refused with the community's word.
  if (before && !isSame(before.me.rj ?? [], after.me.rj ?? [])) for (const room of next) await refuse(tx, room);
}

function follow(room: LocalChat, community: LocalChat, info: RoomInfo): LocalChat {
  const next = {
    ...room,
    meta: { ...metaOf(community, info), ...pinsOf(room.meta) },
    ...placeUnder(room, community),
  };
  return isSame(next, room) ? room : next;
}

function metaOf({ c, meta }: LocalChat, { title, about, ro }: RoomInfo): ChatMeta {
  return {
    kind: chatKind.community,
    title,
    ...(about === undefined ? {} : { about }),
    parent: c,
    cap: meta.cap,
    receipts: 0,
    ...(meta.hist === undefined ? {} : { hist: meta.hist }),
    set: toRoomSettings(meta.set, ro === undefined ? {} : { ro }),
    created: meta.created,
    r: 0,
  };
}

const newRoom = (community: LocalChat, info: RoomInfo): LocalChat =>
  unopenedChat(community, { c: info.c, at: community.meta.created, meta: metaOf(community, info) });

async function refuse(tx: WriteTx, room: LocalChat): Promise<void> {
  const lane = await readLane(tx, laneOf(room.c));
  await saveLane(tx, lane, failRefused(lane, room.me));
}
