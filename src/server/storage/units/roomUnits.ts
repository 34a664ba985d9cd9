import { closeRoom } from './rooms/closeRoom.ts';
import { createRoom } from './rooms/createRoom.ts';
import { enterRooms, findRooms } from './rooms/openRooms.ts';
import { loadRoomNews } from './sync/readRooms.ts';
import { updateRoom } from './rooms/updateRoom.ts';

/** Units of work about rooms of communities; see `unit.ts` for the pattern. */
export const roomUnits = { closeRoom, createRoom, enterRooms, findRooms, loadRoomNews, updateRoom } as const;
