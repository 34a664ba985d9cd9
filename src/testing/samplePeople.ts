import type { Account, Contact, UserCard } from '#protocol/entities/user.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import type { Mem } from '#protocol/entities/members.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { toChatId, toMemberId, toUserId } from '#protocol/casts.ts';
import type { LocalChat } from '#sync/changes.ts';

/** A fixed moment for previews (17 October 2025, 12:24 UTC, ms), so that nothing on screen depends on today. */
export const sampleNow = 1_760_703_840_000;

const card = (id: number, handle: string, name: string, status?: string): UserCard => ({
  id: toUserId(id),
  handle,
  name,
  pv: 1,
  ...(status === undefined ? {} : { status }),
});

/** The person in front of the screen. */
export const sampleMe: Account = {
  id: toUserId(1_001),
  handle: 'dewi',
  name: 'Dewi Larasati',
  status: 'pelan-pelan asal sampai',
  pv: 1,
  admin: false,
};

/** People with names in the five languages. */
export const sampleCards: readonly UserCard[] = [
  card(1_002, 'minori.ao', '青島みのり', 'ジョグジャまであと9日。カメラは2台、服は3枚。'),
  card(1_003, 'ibu', 'Ibu', 'Sudah makan?'),
  card(1_004, 'haneul', '윤하늘', '천천히, 꾸준히'),
  card(1_005, 'bram', 'Bram Rahardjo'),
  card(1_006, 'ting.wei', '韋婷', '慢慢來比較快'),
  card(1_007, 'rangga', 'Rangga Adhitama', 'Working from the train'),
  card(1_008, 'sari_w', 'Sari Wulandari', '🌋'),
  card(1_009, 'tomo', 'Tomo'),
  card(1_010, 'mio.mizuno', '水野みお', '週末はだいたい山にいます'),
];

/** My relation to somebody. */
export function sampleContact(user: UserCard, state: number = contactState.friend, alias?: string): Contact {
  return { u: user.id, st: state, urev: 1, card: user, ...(alias === undefined ? {} : { alias }) };
}

/** A member row; in groups the member id is the user id. */
export function sampleMember(id: number, role: number = memberRole.member, state: number = memberState.joined): Mem {
  return { u: toMemberId(id), st: state, ro: role, pv: 1, r: 1, jr: 1 };
}

/** What makes one sample chat different from another. */
export interface SampleChatInput {
  id: number;
  /** the other person of a 1:1 chat … */
  peer?: number;
  /** … or the title of a group */
  title?: string;
  members?: number;
  role?: number;
  me?: Partial<LocalChat['me']>;
}

/** A chat with nothing unread. */
export function sampleChat({ id, peer, title, members = 2, role = memberRole.member, me }: SampleChatInput): LocalChat {
  const c = toChatId(id);
  const kind = peer === undefined ? chatKind.group : chatKind.dm;
  return {
    c,
    kind,
    bump: sampleNow,
    head: { c, rev: 1, n: 0, b: sampleNow, cnt: members, mr: 1, ls: 0 },
    me: {
      mid: toMemberId(sampleMe.id),
      mv: 1,
      st: memberState.joined,
      ro: role,
      fl: 0,
      rs: 0,
      rn: 0,
      oa: 0,
      lo: 0,
      um: 0,
      nt: 0,
      ...(peer === undefined ? {} : { peer: toUserId(peer) }),
      ...me,
    },
    meta: { kind, cap: 500, receipts: 2, created: sampleNow, r: 1, ...(title === undefined ? {} : { title }) },
    haveRev: 1,
    unread: 0,
    mentions: 0,
    sync: { rev: 1, state: 'fresh', tailFrom: 0, ranges: [] },
  };
}
