import type { Mem } from '#protocol/entities/members.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { toMemberId } from '#protocol/casts.ts';
import type { MemberRow } from './rowTypes.ts';

/** The columns of a member row that others see. */
export type SharedMemberRow = Pick<
  MemberRow,
  'mid' | 'state' | 'role' | 'nickname' | 'avatar' | 'pver' | 'rev' | 'join_rev' | 'invited_by'
>;

/** A member as others see it. */
export function toMem(row: SharedMemberRow): Mem {
  return {
    u: toMemberId(row.mid),
    st: row.state,
    ro: row.role,
    ...(row.nickname === null ? {} : { nn: row.nickname }),
    ...(row.avatar === null ? {} : { av: row.avatar }),
    pv: row.pver,
    r: row.rev,
    jr: row.join_rev,
    ...(row.state === memberState.invited && row.invited_by !== null ? { by: toMemberId(row.invited_by) } : {}),
  };
}
