import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { readUnit } from '#server/storage/unit.ts';
import { dumpChat, type ChatDump } from '#testing/contracts/storageDump.ts';

/** A room or a thread as the database has it. Its members are those of its chat, each with his place here; who may not see it is out of it. */
export interface InnerChat {
  readonly c: ChatId;
  readonly parent: ChatId;
  readonly isThread: boolean;
  /** Its message says how many replies it got in the end. */
  readonly isEnded: boolean;
  /** Everybody who was in its chat since may see it: all of them hear where it stands. */
  readonly isShared: boolean;
  /** Whether this person has gone out of its chat and come back. */
  isAnew(user: UserId): boolean;
  readonly dump: ChatDump;
}

interface InnerRow {
  id: number;
  parent_id: number;
  root_chat: number | null;
  root_seq: number | null;
  ended_at: number | null;
  /** the highest floor of anybody who was in its chat */
  floor: number;
  /** from whom the message it hangs on is hidden */
  hidden: number | null;
}

const readInner = readUnit(async (tx, _input: undefined) => ({
  chats: await tx.sql<InnerRow>(
    `SELECT r.id, r.parent_id, r.root_chat, r.root_seq, r.ended_at, h.live_floor AS floor, m.hidden_for AS hidden
      FROM chats r JOIN chat_heads h ON h.chat_id = r.parent_id
      LEFT JOIN messages m ON m.chat_id = r.root_chat AND m.seq = r.root_seq WHERE r.parent_id IS NOT NULL ORDER BY r.id`,
    [],
  ),
  seats: await tx.sql<MemberRow>('SELECT * FROM room_seats', []),
}));

const isIn = ({ state }: MemberRow): boolean => state === memberState.joined;

/** All rooms and threads. */
export async function readInnerChats(storage: LocalStorage): Promise<InnerChat[]> {
  const { chats, seats } = await storage.runUnit(readInner, undefined);
  const inner: InnerChat[] = [];
  for (const row of chats) {
    const { id, parent_id: parent, root_chat: root, root_seq: seq, ended_at: ended, floor, hidden } = row;
    const c = toChatId(id);
    const dump = await dumpChat(storage, c);
    const members = seats.filter(({ chat_id: chat }) => chat === id);
    const isShared = root === null || root !== parent ? members.every(isIn) : (seq ?? 0) >= floor && hidden === null;
    inner.push({
      ...{ c, parent: toChatId(parent), isThread: root !== null, isEnded: ended !== null, isShared },
      isAnew: (user) => members.some((row) => row.user_id === Number(user) && row.left_at !== null),
      dump: { ...dump, members },
    });
  }
  return inner;
}
