import { canRemove, type Standing } from '#domain/permissions.ts';
import { isJoined } from '#domain/chatTraits.ts';
import { foldText } from '#domain/foldText.ts';
import { roleName, type RoleName } from '#domain/memberTraits.ts';
import type { Mem } from '#protocol/entities/member.ts';

/** A member as the info panel shows them. */
export interface MemberRow {
  id: number;
  name: string;
  role: RoleName;
  isMe: boolean;
  /** whether I may take them out */
  isRemovable: boolean;
}

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
      isRemovable: !isMe && canRemove(me, { state: member.st, role: member.ro }),
    }));
}
