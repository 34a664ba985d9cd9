import {
  canBan,
  canMute,
  canRemove,
  canSetRole,
  canUnban,
  canWithdraw,
  type Standing,
  type Target,
} from '#domain/permissions.ts';
import { isInvited, isJoined } from '#domain/chatTraits.ts';
import { foldText } from '#domain/foldText.ts';
import { namedRole, roleName, type RoleName } from '#domain/memberTraits.ts';
import type { Mem } from '#protocol/entities/members.ts';

/** A member as the info panel shows them. */
export interface MemberRow {
  id: number;
  name: string;
  role: RoleName;
  isMe: boolean;
  /** what I may do with them, in the order of the menu */
  can: readonly MemberAction[];
}

/** Somebody who is not in: invited, or kept out. `canAct`: I may take that back. */
export interface OutsideRow {
  id: number;
  name: string;
  canAct: boolean;
}

/** What can be done with a member. */
export type MemberAction = 'makeAdmin' | 'makeModerator' | 'takeRole' | 'handOver' | 'mute' | 'remove' | 'ban';

export interface MemberRowsInput {
  members: Iterable<Mem>;
  me: Standing & { mid: number };
  /** the name I know a member by */
  nameOf: (mid: number, nickname: string | undefined) => string;
  query?: string;
  /** BCP 47: decides the order of names */
  language: string;
}

/** Who is in, by role, then me, then by name. Who has left or was removed is not shown. */
export function memberRows({ members, me, nameOf, query = '', language }: MemberRowsInput): MemberRow[] {
  const collator = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  const wanted = foldText(query.trim());
  return [...members]
    .filter((member) => isJoined(member.st))
    .map((member) => ({
      member,
      name: nameOf(member.u, member.nn),
      isMe: member.u === me.mid,
    }))
    .filter(({ name }) => foldText(name).includes(wanted))
    .toSorted(
      (a, b) =>
        b.member.ro - a.member.ro ||
        Number(b.isMe) - Number(a.isMe) ||
        collator.compare(a.name, b.name) ||
        a.member.u - b.member.u,
    )
    .map(({ member, name, isMe }) => ({
      id: member.u,
      name,
      role: roleName(member.ro),
      isMe,
      can: isMe ? [] : actionsOn(me, { state: member.st, role: member.ro }),
    }));
}

const roleActions = [
  ['makeAdmin', namedRole.admin],
  ['makeModerator', namedRole.moderator],
  ['takeRole', namedRole.member],
  ['handOver', namedRole.owner],
] as const;

/** What I may do with a member, in the order of the menu. */
export function actionsOn(me: Standing, other: Target): MemberAction[] {
  const actions: MemberAction[] = roleActions.flatMap(([name, role]) => (canSetRole(me, other, role) ? [name] : []));
  if (canMute(me, other)) actions.push('mute');
  if (canRemove(me, other)) actions.push('remove');
  if (canBan(me, other)) actions.push('ban');
  return actions;
}

/** Who has been asked and has not answered. */
export const invitedRows = (input: MemberRowsInput): OutsideRow[] =>
  outsideRows(
    input,
    ({ st }) => isInvited(st),
    ({ by }) => canWithdraw(input.me, by === input.me.mid),
  );

/** Who is kept out. Empty for those who may not lift a ban. */
export const bannedRows = (input: MemberRowsInput): OutsideRow[] =>
  outsideRows(
    input,
    ({ st, ro }) => canUnban(input.me, { state: st, role: ro }),
    () => true,
  );

/** These people by name. */
function outsideRows(
  { members, nameOf, language }: MemberRowsInput,
  isWanted: (member: Mem) => boolean,
  canAct: (member: Mem) => boolean,
): OutsideRow[] {
  const collator = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  return [...members]
    .filter(isWanted)
    .map((member) => ({ id: member.u, name: nameOf(member.u, member.nn), canAct: canAct(member) }))
    .toSorted((a, b) => collator.compare(a.name, b.name) || a.id - b.id);
}
