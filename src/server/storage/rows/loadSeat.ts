import { AppError } from '#protocol/errors.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import type { Tx } from '../unit.ts';
import { forUpdate } from './forUpdate.ts';
import { loadMember } from './loadMember.ts';
import type { MemberRow } from './rowTypes.ts';

const roomText = 'SELECT * FROM room_seats WHERE chat_id = ? AND user_id = ?';

/** The row of a joined member of a chat, or what stands for it in a room. `lock`: the member row is locked, of a room the community's. Throws NOT_MEMBER. */
export async function loadSeat(
  tx: Tx,
  head: { chat_id: number; parent_id: number | null },
  userId: UserId,
  lock?: 'lock',
): Promise<MemberRow> {
  if (head.parent_id === null) return loadMember(tx, toChatId(head.chat_id), userId, lock);
  if (lock) await lockMembers(tx, head.parent_id, [userId]);
  const seat = await findRoomSeat(tx, toChatId(head.chat_id), userId);
  if (!seat) throw new AppError('NOT_MEMBER');
  return seat;
}

/** The seat of somebody who is joined to the community of a room; undefined for everybody else, and where there is no such room. */
export async function findRoomSeat(tx: Tx, c: ChatId, userId: UserId): Promise<MemberRow | undefined> {
  const [seat] = await tx.sql<MemberRow>(roomText, [c, userId]);
  return seat?.state === memberState.joined ? seat : undefined;
}

/** Locks member rows in order of their people; a view cannot be locked. SQLite has one writer. */
export async function lockMembers(tx: Tx, c: number, userIds: readonly UserId[]): Promise<void> {
  if (tx.dialect === 'sqlite') return;
  const list = userIds.map(() => '?').join(', ');
  await tx.sql(
    `SELECT user_id FROM members WHERE chat_id = ? AND user_id IN (${list}) ORDER BY user_id${forUpdate(tx)}`,
    [c, ...userIds],
  );
}
