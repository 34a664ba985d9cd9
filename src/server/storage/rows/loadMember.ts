import { AppError } from '#protocol/errors.ts';
import { memberState } from '#protocol/entities/member.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { Tx } from '../unit.ts';
import { forUpdate } from './forUpdate.ts';
import type { MemberRow } from './rowTypes.ts';

/** The row of a joined member, locked when `lock` is given (after the head). Throws NOT_MEMBER for everybody else. */
export async function loadMember(tx: Tx, c: ChatId, userId: UserId, lock?: 'lock'): Promise<MemberRow> {
  const text = `SELECT * FROM members WHERE chat_id = ? AND user_id = ?${lock ? forUpdate(tx) : ''}`;
  const [member] = await tx.sql<MemberRow>(text, [c, userId]);
  if (member?.state !== memberState.joined) throw new AppError('NOT_MEMBER');
  return member;
}
