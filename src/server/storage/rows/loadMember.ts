import { AppError } from '#protocol/errors.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { Tx } from '../unit.ts';
import { forUpdate } from './forUpdate.ts';
import type { MemberRow } from './rowTypes.ts';

/**
 * The row of a joined member, locked when `lock` is given (after the head). Throws NOT_MEMBER for everybody else; in a room, which has no members of its own,
 * FORBIDDEN for those of its community: what works in a room asks for the seat there (`loadSeat`).
 */
export async function loadMember(tx: Tx, c: ChatId, userId: UserId, lock?: 'lock'): Promise<MemberRow> {
  const text = `SELECT * FROM members WHERE chat_id = ? AND user_id = ?${lock ? forUpdate(tx) : ''}`;
  const [member] = await tx.sql<MemberRow>(text, [c, userId]);
  if (member?.state !== memberState.joined)
    throw new AppError((await isRoomMember(tx, c, userId)) ? 'FORBIDDEN' : 'NOT_MEMBER');
  return member;
}

async function isRoomMember(tx: Tx, c: ChatId, userId: UserId): Promise<boolean> {
  const rows = await tx.sql<{ state: number }>('SELECT state FROM room_seats WHERE chat_id = ? AND user_id = ?', [
    c,
    userId,
  ]);
  return rows[0]?.state === memberState.joined;
}
