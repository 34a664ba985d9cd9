import { chatKind } from '#protocol/entities/chatKind.ts';
import type { RoomInfo } from '#protocol/entities/chatSettings.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import { lockHead } from '#server/storage/rows/lockHead.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { changeRooms, type Rooming, type RoomsInput } from './changeRooms.ts';

export interface CreateRoomInput extends RoomsInput {
  title: string;
  about?: string | undefined;
  ro?: 1 | undefined;
}

/** Makes a room at the end of the list. Its first line says by whom, so that a room has a position to read from. Throws NOT_MEMBER, FORBIDDEN, FULL. */
export const createRoom = writeUnit(
  (tx: Tx, input: CreateRoomInput): Promise<ChatOutcome<{ room: ChatId; r: number }>> =>
    changeRooms(tx, input, 'room.create', async (rooming) => {
      if (rooming.rooms.length >= limits.roomsMax) throw new AppError('FULL');
      const room = await insertRoom(tx, rooming, input);
      const { title, about, ro } = input;
      const info: RoomInfo = { c: room, title, ...(about ? { about } : {}), ...(ro ? { ro } : {}) };
      return { rooms: [...rooming.rooms, info], answer: { room } };
    }),
);

async function insertRoom(tx: Tx, { head, me, pver }: Rooming, { title, about, ro }: CreateRoomInput): Promise<ChatId> {
  const id = tx.ids.id();
  await tx.sql(
    `INSERT INTO chats (id, kind, parent_id, title, about, settings, member_cap, receipts, created_at)
      VALUES (?, ${chatKind.community}, ?, ?, ?, ?, ?, 0, ?)`,
    [id, head.chat_id, title, about || null, JSON.stringify(ro ? { ro } : {}), head.member_cap, tx.now],
  );
  await tx.sql('INSERT INTO chat_heads (chat_id, bump_at, last_at) VALUES (?, ?, ?)', [id, tx.now, tx.now]);
  // Nobody knows the room yet, so its lock waits for nobody.
  const room = await lockHead(tx, toChatId(id));
  const by = toMemberId(me.mid);
  await appendSystemLine(tx, room, { mid: by, pver, nickname: me.nickname, body: { ev: 'room', by, title } });
  await writeHead(tx, room);
  return toChatId(id);
}
