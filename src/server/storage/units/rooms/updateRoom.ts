import type { RoomInfo } from '#protocol/entities/chatSettings.ts';
import type { ChatId } from '#protocol/ids.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { changeRooms, findRoom, type RoomsInput } from './changeRooms.ts';

export interface UpdateRoomInput extends RoomsInput {
  room: ChatId;
  title?: string | undefined;
  /** '' takes the description away */
  about?: string | undefined;
  ro?: boolean | undefined;
  /** new place in the list, from 0 */
  at?: number | undefined;
}

/** Gives a room another name, description, kind of writing or place; what it has already changes nothing. Throws NOT_MEMBER, FORBIDDEN, NOT_FOUND. */
export const updateRoom = writeUnit((tx: Tx, input: UpdateRoomInput): Promise<ChatOutcome<{ r: number }>> =>
  changeRooms(tx, input, 'room.update', async ({ rooms }) => {
    const before = findRoom(rooms, input.room);
    const next = changed(before, input);
    const rest = rooms.filter((room) => room !== before);
    rest.splice(input.at ?? rooms.indexOf(before), 0, next);
    if (JSON.stringify(rest) === JSON.stringify(rooms)) return { answer: {} };
    await tx.sql('UPDATE chats SET title = ?, about = ?, settings = ? WHERE id = ?', [
      next.title,
      next.about ?? null,
      JSON.stringify(next.ro ? { ro: 1 } : {}),
      input.room,
    ]);
    return { rooms: rest, answer: {} };
  }),
);

function changed(before: RoomInfo, { title = before.title, about = before.about, ro }: UpdateRoomInput): RoomInfo {
  const isReadOnly = ro ?? before.ro === 1;
  return { c: before.c, title, ...(about ? { about } : {}), ...(isReadOnly ? { ro: 1 as const } : {}) };
}
