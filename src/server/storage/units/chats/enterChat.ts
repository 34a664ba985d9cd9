import { chatKind } from '#protocol/entities/chatKind.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import { loadMember } from '#server/storage/rows/loadMember.ts';
import { loadSeat } from '#server/storage/rows/loadSeat.ts';
import { lockHead, type LockedHead } from '#server/storage/rows/lockHead.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';

/** A chat under lock and the member who is about to change it. */
export interface Entered {
  head: LockedHead;
  me: MemberRow;
  /** rev before the change */
  a: number;
  /** version of the member's profile, for system lines */
  pver: number;
}

/** Locks a chat for one of its members. Throws NOT_MEMBER for strangers and for chats that do not exist: the two must look alike; FORBIDDEN in a room. */
export async function enterChat(tx: Tx, c: ChatId, user: UserId): Promise<Entered> {
  const head = await lockOrRefuse(tx, c);
  return enter(tx, head, await loadMember(tx, c, user, 'lock'));
}

/** {@link enterChat} for what works in rooms of communities, too. */
export async function enterSeat(tx: Tx, c: ChatId, user: UserId): Promise<Entered> {
  const head = await lockOrRefuse(tx, c);
  return enter(tx, head, await loadSeat(tx, head, user, 'lock'));
}

async function enter(tx: Tx, head: LockedHead, me: MemberRow): Promise<Entered> {
  return { head, me, a: head.rev, pver: (await signatureOf(tx, head, me)).pver };
}

async function lockOrRefuse(tx: Tx, c: ChatId): Promise<LockedHead> {
  try {
    return await lockHead(tx, c);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') throw new AppError('NOT_MEMBER');
    throw error;
  }
}

/** How a member signs a line: with his profile version, and in communities the name he has there. */
export async function signatureOf(
  tx: Tx,
  head: Pick<LockedHead, 'kind'>,
  member: MemberRow,
): Promise<{ pver: number; nickname: string | null }> {
  const isOwnVersion = head.kind === chatKind.community;
  return { pver: isOwnVersion ? member.pver : await readPver(tx, toUserId(member.user_id)), nickname: member.nickname };
}

/** The profile version messages of this person carry outside communities, where members have versions of their own. */
export async function readPver(tx: Tx, user: UserId): Promise<number> {
  const [row] = await tx.sql<{ pver: number }>('SELECT pver FROM users WHERE id = ?', [user]);
  return row?.pver ?? 1;
}
