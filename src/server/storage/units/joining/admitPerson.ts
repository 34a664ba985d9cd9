import { chatKind } from '#protocol/entities/chatKind.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { appendLine } from '#server/storage/rows/appendLine.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import type { Tx } from '#server/storage/unit.ts';
import { readPver } from '#server/storage/units/chats/enterChat.ts';
import { checkRoom, findPeople } from '#server/storage/units/chats/findPeople.ts';
import { joinMembers } from '#server/storage/units/chats/joinMembers.ts';
import { checkName } from '#server/storage/units/communities/checkName.ts';
import { toNameKey } from '#server/storage/units/communities/toNameKey.ts';
import { closeRequests } from './closeRequests.ts';
import { toOwnMid } from './toOwnMid.ts';

/** Who comes in. `nn`: the name there; communities only, where nobody comes in without one. */
export interface Arriving {
  user: UserId;
  nn?: string | undefined;
}

/**
 * Lets one person in who comes by himself (a link, an accepted request or invitation, the door of a community), with a line that says so where the chat has
 * such lines. The head is locked, is changed in place, and is stored by the caller, who has made sure that the person is neither in nor banned. Throws FULL
 * (the chat, or his list), GONE (nobody is in the group any more, or no such account), NAME_TAKEN, BAD (a community and no name that tells him apart),
 * FORBIDDEN (kinds of chats one does not come into like this).
 */
export async function admitPerson(tx: Tx, head: LockedHead, arriving: Arriving): Promise<void> {
  if (head.kind === chatKind.community && head.parent_id === null) await admitUnderName(tx, head, arriving);
  else if (head.kind === chatKind.group) await admitByAccount(tx, head, arriving);
  else throw new AppError('FORBIDDEN');
  await closeRequests(tx, head, [arriving.user], requestState.accepted);
}

/** Only in groups the id of a member may be the account's. */
async function admitByAccount(tx: Tx, head: LockedHead, { user }: Arriving): Promise<void> {
  if (head.members === 0) throw new AppError('GONE');
  if (head.members >= head.member_cap) throw new AppError('FULL');
  const [person] = await findPeople(tx, [user]).catch(toGone);
  if (!person) throw new AppError('GONE');
  await checkRoom(tx, [user]);
  const mid = toMemberId(user);
  await appendSystemLine(tx, head, { mid, pver: await readPver(tx, user), body: { ev: 'joined', by: mid } });
  await joinMembers(tx, head, [person]);
}

/** Exactly as many come in as the cap allows, because all wait for the head's lock; it also keeps names apart. */
async function admitUnderName(tx: Tx, head: LockedHead, { user, nn }: Arriving): Promise<void> {
  if (head.members >= head.member_cap) throw new AppError('FULL');
  if (nn === undefined) throw new AppError('BAD', { message: 'a community is entered under a name' });
  await checkName(tx, head.chat_id, user, toNameKey(nn));
  await findPeople(tx, [user]).catch(toGone);
  await checkRoom(tx, [user]);
  const { mid, pver } = await toOwnMid(tx, head.chat_id, user);
  await appendLine(tx, head, { mid, pver, nickname: nn, body: { ev: 'joined', by: mid } });
  await joinMembers(tx, head, [{ id: user, name: '', nickname: nn, mid }]);
}

function toGone(error: unknown): never {
  if (error instanceof AppError && error.code === 'NOT_FOUND') throw new AppError('GONE');
  throw error;
}
