import type { ChatId, MemberId, UserId } from '#protocol/ids.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { readStates, type OwnedReadState } from '#server/storage/rows/readStates.ts';
import { saveRoomStates } from '#server/storage/rows/saveRoomStates.ts';
import { readUnit, writeUnit, type Tx } from '#server/storage/unit.ts';

/** A room or thread that a person may open. */
export interface OpenRoom {
  c: ChatId;
  parent: ChatId;
  /** the room itself; of a thread the room it hangs in, or `parent` */
  within: ChatId;
  /** his number in the community */
  mid: MemberId;
  /** he has never been in it */
  isNew: boolean;
}

interface Found {
  chat_id: number;
  parent_id: number;
  root_chat: number | null;
  mid: number;
  read_seq: number;
  last_seq: number;
  n: number;
}

async function find(tx: Tx, user: UserId, chats: readonly ChatId[]): Promise<Found[]> {
  if (chats.length === 0) return [];
  return tx.sql<Found>(
    `SELECT m.chat_id, r.parent_id, r.root_chat, m.mid, m.read_seq, h.last_seq, h.n FROM room_seats m JOIN chats r ON r.id = m.chat_id
      JOIN chat_heads h ON h.chat_id = m.chat_id WHERE m.chat_id IN (${placeholders(chats.length)}) AND m.user_id = ? AND m.state = 1`,
    [...chats, user],
  );
}

/** Which of these chats are rooms of communities the person is in, or threads that he may see. */
export const findRooms = readUnit(async (tx, input: { user: UserId; chats: ChatId[] }): Promise<OpenRoom[]> =>
  (await find(tx, input.user, input.chats)).map((row) => ({
    c: toChatId(row.chat_id),
    parent: toChatId(row.parent_id),
    within: toChatId(row.root_chat ?? row.chat_id),
    mid: toMemberId(row.mid),
    isNew: row.read_seq === 0,
  })),
);

/** Notes that a person is in these rooms for the first time: what is there counts as read. Answers where he stands now in those that were new to him. */
export const enterRooms = writeUnit(
  async (tx: Tx, input: { user: UserId; chats: ChatId[] }): Promise<OwnedReadState[]> => {
    const fresh = (await find(tx, input.user, input.chats)).filter(({ read_seq }) => read_seq === 0);
    await saveRoomStates(
      tx,
      fresh.map((row) => ({ c: row.chat_id, u: input.user, rs: row.last_seq, rn: row.n, oa: 0, lo: 0 })),
    );
    return readStates(
      tx,
      fresh.map((row) => ({ c: toChatId(row.chat_id), userId: input.user })),
    );
  },
);
