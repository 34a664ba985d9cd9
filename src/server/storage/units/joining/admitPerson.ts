import { chatKind } from '#protocol/entities/chat.ts';
import { AppError } from '#protocol/errors.ts';
import { toMemberId, type UserId } from '#protocol/ids.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import type { Tx } from '#server/storage/unit.ts';
import { readPver } from '#server/storage/units/chats/enterChat.ts';
import { checkRoom, findPeople } from '#server/storage/units/chats/findPeople.ts';
import { joinMembers } from '#server/storage/units/chats/joinMembers.ts';
import { closeRequests } from './closeRequests.ts';

/**
 * Lets one person in who comes by himself (a link, an accepted request or invitation), with a line that says so. The head is locked, is changed in place, and
 * is stored by the caller, who has made sure that the person is neither in nor banned. Throws FULL (the chat, or his list), GONE (nobody is in it any more,
 * or no such account), FORBIDDEN (kinds of chats one does not come into like this).
 */
export async function admitPerson(tx: Tx, head: LockedHead, user: UserId): Promise<void> {
  // Only in groups the id of a member may be the account's.
  if (head.kind !== chatKind.group) throw new AppError('FORBIDDEN');
  if (head.members === 0) throw new AppError('GONE');
  if (head.members >= head.member_cap) throw new AppError('FULL');
  const [person] = await findPeople(tx, [user]).catch(toGone);
  if (!person) throw new AppError('GONE');
  await checkRoom(tx, [user]);
  const mid = toMemberId(user);
  await appendSystemLine(tx, head, { mid, pver: await readPver(tx, user), body: { ev: 'joined', by: mid } });
  await joinMembers(tx, head, [person]);
  await closeRequests(tx, head, [user], requestState.accepted);
}

function toGone(error: unknown): never {
  if (error instanceof AppError && error.code === 'NOT_FOUND') throw new AppError('GONE');
  throw error;
}
