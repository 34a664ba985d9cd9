import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import type { Right } from '#protocol/entities/rightBit.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { rightBit } from '#protocol/entities/rightBit.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import { rightsOf } from './rights.ts';

/** What a rule needs to know of the acting person's membership. `set`: the settings of the chat; of a room of a community, its own over the community's. */
export interface Standing {
  kind: number;
  state: number;
  role: number;
  set?: ChatSettings | undefined;
}
/** What a rule needs to know of the member acted upon. */
export interface Target {
  state: number;
  role: number;
}

const isIn = (me: Standing): boolean => me.state === memberState.joined;
const isShared = (me: Standing): boolean => me.kind === chatKind.group || me.kind === chatKind.community;
const isBelow = (me: Standing, other: Pick<Target, 'role'>): boolean => me.role > other.role;

/** Whether the chat was closed: then nobody has any right in it but to read and to leave. */
export const isOver = (me: Pick<Standing, 'set'>): boolean => me.set?.over !== undefined;
/** Whether a member's role gives a right here. */
export const hasRight = (me: Standing, right: Right): boolean =>
  isIn(me) && !isOver(me) && (rightsOf(me.kind, me.role, me.set?.rights) & rightBit[right]) !== 0;

export const canRead = (me: Standing): boolean => isIn(me);
/** Whether only moderators write now. `now`: server clock, ms; a freeze whose end is not known to have come still holds. */
export const isFrozen = (set: ChatSettings | undefined, now: number): boolean =>
  set?.frozen === 1 && (set.frozenUntil === undefined || set.frozenUntil > now);
/** Whether the chat lets this role write at all; times (mute, slow mode, probation) come on top: {@link sendRefusal}. */
export const canSend = (me: Standing, now = 0): boolean =>
  isIn(me) &&
  !isOver(me) &&
  me.kind !== chatKind.official &&
  (!isFrozen(me.set, now) || me.role >= memberRole.moderator) &&
  (me.set?.ro !== 1 || hasRight(me, 'announce'));
export const canRename = (me: Standing): boolean => isShared(me) && hasRight(me, 'rename');
export const canInvite = (me: Standing): boolean => isShared(me) && hasRight(me, 'invite');
/** Takes back an invitation that was not answered: whoever made it, and who may remove members. */
export const canWithdraw = (me: Standing, isOwn: boolean): boolean =>
  isShared(me) && !isOver(me) && isIn(me) && (isOwn || hasRight(me, 'kick'));
/** Ends an invite link: whoever made it, and everybody above plain members. */
export const canRevokeLink = (me: Standing, isOwn: boolean): boolean =>
  canInvite(me) && (isOwn || me.role > memberRole.member);
export const canAnnounce = (me: Standing): boolean => isShared(me) && hasRight(me, 'announce');
/** Names everybody of a chat in a message. */
export const canNameAll = (me: Standing): boolean => canAnnounce(me);
/** Asks everybody to confirm that they have read a message; in a 1:1 chat both may. */
export const canAskToConfirm = (me: Standing): boolean =>
  isIn(me) && !isOver(me) && (me.kind === chatKind.dm || canAnnounce(me));
export const canApprove = (me: Standing): boolean => isShared(me) && hasRight(me, 'approve');
export const canChangeSettings = (me: Standing): boolean => isShared(me) && hasRight(me, 'settings');
/** Changes how many members there can be. */
export const canChangeCap = (me: Standing): boolean => isShared(me) && hasRight(me, 'cap');
/** Makes, changes and closes rooms of a community. */
export const canChangeRooms = (me: Standing): boolean => me.kind === chatKind.community && hasRight(me, 'rooms');
export const canSeeReports = (me: Standing): boolean => isShared(me) && hasRight(me, 'reports');
export const canLeave = (me: Standing): boolean => isIn(me) && me.kind !== chatKind.dm;
/** Ends a community for everybody: its owner. */
export const canClose = (me: Standing): boolean =>
  isIn(me) && me.kind === chatKind.community && me.role === memberRole.owner && !isOver(me);
/** Removes people below the own role. */
export const canRemove = (me: Standing, other: Target): boolean =>
  hasRight(me, 'kick') && other.state === memberState.joined && isBelow(me, other);
/** Keeps a person out by the account, also one who has left already; nobody of an equal or higher role. */
export const canBan = (me: Standing, other: Target): boolean =>
  hasRight(me, 'ban') && other.state !== memberState.banned && isBelow(me, other);
export const canUnban = (me: Standing, other: Target): boolean =>
  hasRight(me, 'ban') && other.state === memberState.banned;
/** Whether a role looks after order at all: it sees the log, who left and who is muted. */
export const canModerate = (me: Standing): boolean =>
  isShared(me) && (['deleteOthers', 'mute', 'kick', 'ban', 'reports'] as const).some((right) => hasRight(me, right));
/** Decides about messages that wait or are marked. */
export const canReview = (me: Standing): boolean => isShared(me) && hasRight(me, 'deleteOthers');
/** Hears appeals: admins and the owner. */
export const canHearAppeals = (me: Standing): boolean =>
  isIn(me) && !isOver(me) && isShared(me) && me.role >= memberRole.admin;
/** Takes the word from people below the own role. */
export const canMute = (me: Standing, other: Target): boolean =>
  isShared(me) && hasRight(me, 'mute') && other.state === memberState.joined && isBelow(me, other);
/** Takes away a message of somebody else. `author`: the role of its sender, 0 when he is gone. */
export const canDelete = (me: Standing, author: { role: number }): boolean =>
  isShared(me) && hasRight(me, 'deleteOthers') && (isBelow(me, author) || me.role === memberRole.owner);
/**
 * Gives or takes a role below the own one: the owner makes admins, who make moderators. Owner is given only by the owner, who becomes an admin by it
 * (hand-over). How long the other has to be in first is a matter of time: {@link rightsWait}.
 */
export function canSetRole(me: Standing, other: Target, role: number): boolean {
  if (!isIn(me) || isOver(me) || !isShared(me) || other.state !== memberState.joined || other.role === role)
    return false;
  if (me.role === memberRole.owner) return other.role !== memberRole.owner && role <= memberRole.owner;
  return me.role === memberRole.admin && isBelow(me, other) && role < memberRole.admin;
}
/** Gives roles other rights than their kind of chat gives them. */
export const canChangeRights = (me: Standing): boolean => canChangeSettings(me) && me.role === memberRole.owner;
/** Whether somebody who comes by a link waits until a member lets him in. Who was invited by a member does not. */
export const mustAsk = (set: ChatSettings | undefined, isInvited: boolean): boolean =>
  set?.join === joinMode.approval && !isInvited;
/** Whether strangers can come in by themselves; else only people who were added or have a link. */
export const isOpenToStrangers = (set: ChatSettings | undefined): boolean =>
  set?.over === undefined && (set?.join ?? joinMode.closed) !== joinMode.closed;

/** Times of a member that can keep him from writing, ms of the server clock. `sent`: his newest message here. */
export interface SendTimes {
  joinedAt: number;
  mutedUntil?: number | null | undefined;
  sentAt?: number | undefined;
}
/** Why somebody may not write now; `retry`: ms until he may. */
export interface SendRefusal {
  code: Extract<ErrorCode, 'NOT_MEMBER' | 'FORBIDDEN' | 'FROZEN' | 'MUTED' | 'SLOW'>;
  retry?: number;
}

/** The rule of writing with its times, in the order in which a person should hear of them. Undefined: he may. `now`: server clock, ms. */
export function sendRefusal(me: Standing, times: SendTimes, now: number): SendRefusal | undefined {
  if (!isIn(me)) return { code: 'NOT_MEMBER' };
  if (!canSend(me, now))
    return { code: isFrozen(me.set, now) && me.role < memberRole.moderator ? 'FROZEN' : 'FORBIDDEN' };
  const mutedMs = (times.mutedUntil ?? 0) - now;
  if (mutedMs > 0) return { code: 'MUTED', retry: mutedMs };
  if (me.role >= memberRole.moderator) return undefined;
  const { newRead = 0, slow = 0 } = me.set ?? {};
  // A clock that was set back must not keep anybody quiet where no such rule is on.
  const newMs = newRead === 0 ? 0 : newRead * 60_000 - Math.max(0, now - times.joinedAt);
  if (newMs > 0) return { code: 'SLOW', retry: newMs };
  const slowMs = slow === 0 || times.sentAt === undefined ? 0 : times.sentAt + slow * 1_000 - now;
  // Nor for longer than the rule itself.
  return slowMs > 0 ? { code: 'SLOW', retry: Math.min(slowMs, slow * 1_000) } : undefined;
}

/** Whether a new member still sends no links. */
export const isLinkless = (me: Standing, joinedAt: number, now: number): boolean =>
  me.role < memberRole.moderator && (me.set?.newLinks ?? 0) * 3_600_000 > Math.max(0, now - joinedAt);

/** ms until a member can be given a role: who came in today gains no rights today, so that a stolen account cannot bring its helpers to power. */
export const rightsWait = (joinedAt: number, now: number): number => Math.max(0, joinedAt + limits.rightsAfterMs - now);

/** Whether a message may still be edited at `now` (server clock, ms). */
export const isInEditWindow = (sentAt: number, now: number): boolean => now - sentAt <= limits.editWindowMs;
export const isInUnsendWindow = (sentAt: number, now: number): boolean => now - sentAt <= limits.unsendWindowMs;
