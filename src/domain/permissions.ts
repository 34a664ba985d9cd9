import { memberRole, memberState } from '#protocol/entities/member.ts';
import { chatKind } from '#protocol/entities/chat.ts';
import { limits } from '#protocol/limits.ts';

/** What a rule needs to know of the acting person's membership. */
export interface Standing {
  kind: number;
  state: number;
  role: number;
}

export const canRead = (me: Standing): boolean => me.state === memberState.joined;
export const canSend = (me: Standing): boolean => me.state === memberState.joined && me.kind !== chatKind.official;
/** Any member of a group may rename it and add people, as people of small groups expect; communities ask for an admin. */
export const canRename = (me: Standing): boolean =>
  canRead(me) && (me.kind === chatKind.group || (me.kind === chatKind.community && me.role >= memberRole.admin));
export const canInvite = (me: Standing): boolean => canRead(me) && me.kind === chatKind.group;
export const canLeave = (me: Standing): boolean => canRead(me) && me.kind !== chatKind.dm;
/** Owner and admins remove people below their own role. */
export const canRemove = (me: Standing, other: { state: number; role: number }): boolean =>
  canRead(me) &&
  me.kind !== chatKind.dm &&
  me.role >= memberRole.admin &&
  other.state === memberState.joined &&
  me.role > other.role;

/** Whether a message may still be edited at `now` (server clock, ms). */
export const isInEditWindow = (sentAt: number, now: number): boolean => now - sentAt <= limits.editWindowMs;
export const isInUnsendWindow = (sentAt: number, now: number): boolean => now - sentAt <= limits.unsendWindowMs;
