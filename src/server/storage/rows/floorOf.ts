import { memberState } from '#protocol/entities/memberState.ts';
import type { HeadRow, MemberRow } from './rowTypes.ts';

/**
 * First seq this member may see now: what the join gave, what they cleared for themselves, what retention has left. Who is not joined sees nothing.
 */
export function floorOf(
  member: Pick<MemberRow, 'state' | 'floor_seq' | 'clear_seq'>,
  head: Pick<HeadRow, 'min_seq'>,
): number {
  if (member.state !== memberState.joined) return Number.MAX_SAFE_INTEGER;
  return Math.max(member.floor_seq, member.clear_seq > 0 ? member.clear_seq + 1 : 0, head.min_seq);
}
