import { canChangeRooms } from '#domain/permissions.ts';
import type { RoomInfo } from '#protocol/entities/chatSettings.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import type { Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { enterChat, type Entered } from '#server/storage/units/chats/enterChat.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';

/** Who changes the rooms of which community. */
export interface RoomsInput {
  c: ChatId;
  user: UserId;
  op: OpId;
}

/** A community under lock, with its list of rooms. */
export interface Rooming extends Entered {
  rooms: RoomInfo[];
}

/**
 * Runs one change of a community's list of rooms under the community's lock, once per `op`. `work` answers the new list, or undefined where nothing changes;
 * a change takes the community's next rev. Throws NOT_MEMBER, FORBIDDEN.
 */
export async function changeRooms<Result extends object>(
  tx: Tx,
  input: RoomsInput,
  name: string,
  work: (rooming: Rooming) => Promise<{ rooms?: RoomInfo[] | undefined; answer: Result }>,
): Promise<ChatOutcome<Result & { r: number }>> {
  const entered = await enterChat(tx, input.c, input.user);
  const { head, me, a } = entered;
  const { result, isRepeat } = await withOp(tx, { userId: input.user, op: input.op, name }, async () => {
    if (!canChangeRooms(standingOf(head, me))) throw new AppError('FORBIDDEN');
    const { rooms, answer } = await work({ ...entered, rooms: await readRooms(tx, input.c) });
    if (rooms) {
      head.rev += 1;
      await tx.sql('UPDATE chats SET rooms = ?, rev = ? WHERE id = ?', [JSON.stringify(rooms), head.rev, input.c]);
      await writeHead(tx, head);
      // His own devices show the new list at once, wherever he looks; the others hear of it with the next digest.
      await stampUrevs(tx, input.c, [input.user]);
    }
    return { ...answer, r: head.rev };
  });
  const change = await readChange(tx, input.c, a);
  return { result, ...(change ? { change } : {}), people: isRepeat ? [] : [input.user] };
}

async function readRooms(tx: Tx, c: ChatId): Promise<RoomInfo[]> {
  const [chat] = await tx.sql<{ rooms: string }>('SELECT rooms FROM chats WHERE id = ?', [c]);
  return JSON.parse(chat?.rooms ?? '[]') as RoomInfo[];
}

/** The entry of a room. Throws NOT_FOUND for one that is not in the list. */
export function findRoom(rooms: readonly RoomInfo[], room: ChatId): RoomInfo {
  const found = rooms.find(({ c }) => c === room);
  if (!found) throw new AppError('NOT_FOUND');
  return found;
}
