import type { RoomNews } from '#protocol/entities/chat.ts';
import type { Me } from '#protocol/entities/members.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { readStates } from '#server/storage/rows/readStates.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { toMe } from '#server/storage/rows/toMe.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';

/** Where the rooms of some communities stand, by community. */
export async function readRoomNews(tx: Tx, communities: readonly ChatId[]): Promise<Map<number, RoomNews[]>> {
  const news = new Map<number, RoomNews[]>();
  if (communities.length === 0) return news;
  const rows = await tx.sql<{ parent_id: number; chat_id: number; rev: number; n: number; bump_at: number }>(
    `SELECT r.parent_id, h.chat_id, h.rev, h.n, h.bump_at FROM chats r JOIN chat_heads h ON h.chat_id = r.id
      WHERE r.parent_id IN (${placeholders(communities.length)}) AND r.deleted_at IS NULL AND r.root_chat IS NULL ORDER BY r.created_at, r.id`,
    [...communities],
  );
  for (const row of rows) {
    const list = news.get(row.parent_id) ?? [];
    news.set(row.parent_id, list);
    list.push([toChatId(row.chat_id), row.rev, row.n, row.bump_at]);
  }
  return news;
}

/** {@link readRoomNews} for the sweep of a node. */
export const loadRoomNews = readUnit(async (tx, input: { communities: ChatId[] }): Promise<[ChatId, RoomNews[]][]> =>
  [...(await readRoomNews(tx, input.communities))].map(([c, news]) => [toChatId(c), news]),
);

type SeatRow = MemberRow & { parent_id: number };

/** A person's own standing in those rooms of some communities where there is something to say: he was there, has settings, or is named. By community. */
export async function readSeats(
  tx: Tx,
  user: UserId,
  communities: readonly ChatId[],
): Promise<Map<number, [ChatId, Me][]>> {
  const seats = new Map<number, [ChatId, Me][]>();
  if (communities.length === 0) return seats;
  const rows = await tx.sql<SeatRow>(
    `SELECT m.*, r.parent_id FROM chats r JOIN room_seats m ON m.chat_id = r.id
      WHERE r.parent_id IN (${placeholders(communities.length)}) AND r.root_chat IS NULL AND m.user_id = ? AND m.state = 1 AND (
        EXISTS (SELECT 1 FROM room_state s WHERE s.chat_id = r.id AND s.user_id = m.user_id)
        OR EXISTS (SELECT 1 FROM mentions t WHERE t.chat_id = r.id AND t.mid = m.mid))
      ORDER BY r.created_at, r.id`,
    [...communities, user],
  );
  const states = await readStates(
    tx,
    rows.map((row) => ({ c: toChatId(row.chat_id), userId: user })),
  );
  const mentions = new Map(states.map(({ state }) => [state[0] as number, state[5]]));
  for (const row of rows) {
    const list = seats.get(row.parent_id) ?? [];
    seats.set(row.parent_id, list);
    const me = toMe(row, { min_seq: 0 }, { mentions: mentions.get(row.chat_id) ?? 0 });
    list.push([toChatId(row.chat_id), me]);
  }
  return seats;
}
