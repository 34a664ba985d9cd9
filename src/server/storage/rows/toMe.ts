import type { Me } from '#protocol/entities/members.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { Cid } from '#protocol/ids.ts';
import { toMemberId, toUserId } from '#protocol/casts.ts';
import { floorOf } from './floorOf.ts';
import type { HeadRow, MemberRow } from './rowTypes.ts';

/** What a person's standing needs beside their own row. */
export interface MeExtras {
  /** unread mentions, from `countMentions` */
  mentions: number;
  /** people who wait until he lets them in */
  waiting?: number | undefined;
  /** threads: whether he follows it */
  isFollowing?: boolean;
  /** dm only: the other person's row */
  peer?: Pick<MemberRow, 'user_id' | 'read_seq'>;
}

/** A member row as its owner sees it. */
export function toMe(row: MemberRow, head: Pick<HeadRow, 'min_seq'>, extras: MeExtras): Me {
  return {
    mid: toMemberId(row.mid),
    mv: row.mver,
    st: row.state,
    ro: row.role,
    fl: floorOf(row, head),
    rs: row.read_seq,
    rn: row.read_n,
    oa: row.own_after,
    lo: row.last_own_seq,
    um: extras.mentions,
    nt: row.notify,
    ...(extras.isFollowing ? { fo: 1 as const } : {}),
    ...(row.mute_until === null ? {} : { mu: row.mute_until }),
    ...(row.muted_until === null ? {} : { mt: row.muted_until }),
    ...(extras.peer ? {} : { ja: row.joined_at }),
    ...(row.refused === null ? {} : { rj: JSON.parse(row.refused) as Cid[] }),
    ...(row.pin_rank === null ? {} : { pin: row.pin_rank }),
    ...(row.hidden_rev === 0 ? {} : { hid: row.hidden_rev }),
    ...(row.unread_from === null ? {} : { uf: row.unread_from }),
    ...(row.state === memberState.invited && row.invited_by !== null ? { by: toMemberId(row.invited_by) } : {}),
    ...(extras.waiting ? { rq: extras.waiting } : {}),
    ...(extras.peer ? { peer: toUserId(extras.peer.user_id), prs: extras.peer.read_seq } : {}),
  };
}
