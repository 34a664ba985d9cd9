import type { ChatId } from '#protocol/ids.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { changeRooms, findRoom, type RoomsInput } from './changeRooms.ts';

/** Takes a room out of the list; from then on it is like a chat that does not exist. Throws NOT_MEMBER, FORBIDDEN, NOT_FOUND. */
export const closeRoom = writeUnit(
  (tx: Tx, input: RoomsInput & { room: ChatId }): Promise<ChatOutcome<{ r: number }>> =>
    changeRooms(tx, input, 'room.close', async ({ rooms }) => {
      const closed = findRoom(rooms, input.room);
      await tx.sql('UPDATE chats SET deleted_at = ? WHERE id = ?', [tx.now, closed.c]);
      return { rooms: rooms.filter((room) => room !== closed), answer: {} };
    }),
);
