import { contactState } from '#protocol/entities/contactState.ts';
import type { ConnectRequest } from '#protocol/entities/connectRequest.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { UserId } from '#protocol/ids.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { readUnit, type SqlValue, type Tx } from '#server/storage/unit.ts';
import { connectState } from './meet.ts';

export interface WaitingRow {
  chat_id: number;
  from_user: number;
  mid: number;
  nickname: string | null;
  avatar: string | null;
  title: string | null;
  at: number;
}

/** Questions that wait for a person's answer: both are still in the community, and neither has blocked the other. `more`: further conditions on `r` and `m`. */
export const findWaiting = (tx: Tx, user: UserId, more = '', params: SqlValue[] = []): Promise<WaitingRow[]> =>
  tx.sql<WaitingRow>(
    `SELECT r.chat_id, r.from_user, r.at, m.mid, m.nickname, m.avatar, k.title FROM connect_requests r
       JOIN members m ON m.chat_id = r.chat_id AND m.user_id = r.from_user AND m.state = ${memberState.joined}
       JOIN members me ON me.chat_id = r.chat_id AND me.user_id = r.to_user AND me.state = ${memberState.joined}
       JOIN chats k ON k.id = r.chat_id
     WHERE r.to_user = ? AND r.state = ${connectState.waiting} AND NOT EXISTS (SELECT 1 FROM contacts b WHERE b.state = ${contactState.blocked}
       AND ((b.user_id = r.to_user AND b.peer_id = r.from_user) OR (b.user_id = r.from_user AND b.peer_id = r.to_user)))
     ${more} ORDER BY r.at DESC, m.mid LIMIT 100`,
    [user, ...params],
  );

/** Who asks this person to connect; by nothing but what the community shows of them. */
export const listConnects = readUnit(
  async (tx: Tx, { user }: { user: UserId }): Promise<{ items: ConnectRequest[] }> => ({
    items: (await findWaiting(tx, user)).map((row) => ({
      c: toChatId(row.chat_id),
      title: row.title ?? '',
      u: toMemberId(row.mid),
      nn: row.nickname ?? '',
      ...(row.avatar === null ? {} : { av: row.avatar }),
      at: row.at,
    })),
  }),
);
