import { emptyChatWindow, type ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { CommunityCard, CommunityPeek } from '#protocol/entities/community.ts';
import type { Mem } from '#protocol/entities/members.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import type { LocalChat, LocalMember } from '#sync/changes.ts';
import { buildRow } from '#testing/builders/chatBuilders.ts';
import type { FakeAnswers } from './fakeServices.ts';
import { sampleChat, sampleNow } from './samplePeople.ts';

/** The community of the previews. */
export const filmPelan = toChatId(3_001);
/** My member id there. */
export const filmMe = toMemberId(70_001);

const rules = '人を撮るときは声をかける\nNo selling, no giveaways\n처음 오신 분께 친절하게';

const card = (id: number, title: string, more: Partial<CommunityCard> = {}): CommunityCard => ({
  c: toChatId(id),
  title,
  cnt: 686,
  cap: 5_000,
  b: sampleNow,
  join: 1,
  ...more,
});

/** What Discover finds, in five languages. */
export const sampleCommunities: readonly CommunityCard[] = [
  card(3_002, '週末さんぽ部', {
    about: '低い山、長い道、温泉で解散。週末だけのゆるい部活です。走りません、競いません、写真は好きなだけ。',
    cnt: 2_310,
    join: 2,
    cat: 'travel',
  }),
  card(3_003, 'Kebun Balkon', {
    about: 'Tanaman di balkon 2×1 meter, tukar stek tiap bulan.',
    cnt: 4_871,
    cat: 'local',
  }),
  card(3_004, '보드게임 목요일', {
    about: '매주 목요일 저녁, 처음 오시는 분도 규칙부터 천천히.',
    cat: 'games',
    join: 2,
  }),
  card(3_005, '巷口讀書會', { about: '一個月一本，讀不完也可以來聽。下一本投票中。', cnt: 1_548, cat: 'learning' }),
  card(3_006, 'Slow Threads — weaving, mending and dyeing, and everything that frays', { cnt: 932 }),
  card(3_007, 'Malam Kota', { about: 'Jalan malam, foto malam, makan malam.', cnt: 3_404, join: 3, cat: 'hobbies' }),
  card(3_008, 'نادي القراءة', { about: 'كتاب كل شهر', cnt: 41, cat: 'learning' }),
];

/** A community as a stranger sees it. */
export const samplePeek: CommunityPeek = {
  card: card(3_001, 'Film Pelan 慢速底片', {
    about: 'Slow talk about slow photographs.\nシャッターは一日一回。',
    cnt: 4_962,
    cat: 'hobbies',
  }),
  rules,
  rows: [
    buildRow(7, {
      u: toMemberId(70_005),
      b: { x: '自家現像デビューしました。水温20℃ってどうやって保つんですか？' },
      at: sampleNow - 60_000,
    }),
    buildRow(8, { u: toMemberId(70_006), b: { x: 'A bucket, a fish-tank heater, and patience' }, at: sampleNow }),
  ],
  names: [
    [toMemberId(70_005), '写真部の灯り'],
    [toMemberId(70_006), 'Lampu Merah'],
  ],
};

const words = [
  'Abu-abu',
  'Bandung',
  'Grain',
  'Half frame',
  'Lampu',
  'Senja',
  'カメラ',
  '底片貓',
  '느린 오후',
  '낡은 셔터',
];
/** A member list as the server orders it: the owner, admins, moderators, then everybody by name. */
export function sampleMembers(total: number): Mem[] {
  return Array.from({ length: total }, (_, index) => {
    const ro = index === 0 ? memberRole.owner : index < 4 ? memberRole.admin : index < 16 ? memberRole.moderator : 0;
    const word = words[Math.floor(((index - 16) / total) * words.length)] ?? 'Senja';
    const u = toMemberId(70_000 + index);
    return { u, st: 1, ro, nn: index === 1 ? 'Lampu Merah' : `${word} ${index}`, pv: 1, r: 1, jr: 1 };
  });
}

/** Answers of a server that has this many members in the community. */
export function memberAnswers(total: number): FakeAnswers {
  const all = sampleMembers(total);
  return {
    'members.list': ({ range, ids, q }) => {
      const items = range
        ? all.slice(...range)
        : ids
          ? all.filter(({ u }) => ids.includes(u))
          : all.filter(({ nn }) => nn?.toLowerCase().startsWith(q?.toLowerCase() ?? '')).slice(0, 20);
      return { ok: true, data: { mr: 1, total, items } };
    },
    'members.index': () => {
      const letters: [string, number][] = [];
      for (const [index, { nn = '' }] of all.entries()) {
        const letter = nn.slice(0, 1).toLowerCase();
        if (index >= 16 && letters.at(-1)?.[0] !== letter) letters.push([letter, index]);
      }
      return { ok: true, data: { mr: 1, total, staff: 16, letters } };
    },
  };
}

/** The community as a member has it. */
export const filmChat: LocalChat = (() => {
  const chat = sampleChat({ id: filmPelan, title: 'Film Pelan 慢速底片', members: 4_962 });
  return {
    ...chat,
    kind: chatKind.community,
    me: { ...chat.me, mid: filmMe },
    unread: 240,
    mentions: 1,
    meta: {
      ...chat.meta,
      kind: chatKind.community,
      cap: 5_000,
      hist: 180,
      about: samplePeek.card.about,
      set: { join: 1, listed: 1, peek: 1, cat: 'hobbies', rules, slow: 30 },
    } as LocalChat['meta'],
    head: {
      ...chat.head,
      ls: 260,
      n: 260,
      l: { s: 260, u: toMemberId(70_005), nn: '写真部の灯り', k: 1, x: '水温20℃', at: sampleNow },
    },
  };
})();

const filmMembers = new Map<number, LocalMember>(
  sampleMembers(30).map((member) => [member.u, { ...member, c: filmPelan }]),
);

/** The open community; who wrote last is not known on this device yet. */
export const filmWindow: ChatWindowState = {
  ...emptyChatWindow(filmPelan),
  loaded: true,
  chat: filmChat,
  atStart: true,
  atEnd: true,
  online: 812,
  members: filmMembers,
  span: { from: 0, to: Number.POSITIVE_INFINITY },
  messages: [
    buildRow(250, {
      u: toMemberId(70_002),
      b: { x: 'Yang lampion itu pakai ASA berapa?' },
      at: sampleNow - 300_000,
      rx: { '🎞️': 86 },
    }),
    buildRow(251, {
      u: toMemberId(70_003),
      b: { x: '@Lampu Merah 두 번째 사진 국물까지 보이네요 ㅋㅋ', at: [[0, 12, filmMe]] },
      m: [filmMe],
      at: sampleNow - 200_000,
    }),
    buildRow(252, { u: filmMe, b: { x: 'A bucket, and patience' }, at: sampleNow - 100_000 }),
    buildRow(260, { u: toMemberId(79_999), b: { x: '水温20℃ってどうやって保つんですか？' }, at: sampleNow }),
  ].map((row) => ({ ...row, c: filmPelan })),
};
