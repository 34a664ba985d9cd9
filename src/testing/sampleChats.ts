import { emptyChatWindow, type ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import type { SystemBody } from '#protocol/entities/messages.ts';
import { toChatId, toCid, toMemberId } from '#protocol/casts.ts';
import type { DraftRow, LocalChat, LocalMember, LocalMessage, OutboxEntry } from '#sync/changes.ts';
import { sampleCards, sampleChat, sampleContact, sampleMe, sampleMember, sampleNow } from './samplePeople.ts';
import type { FakeSeed } from './fakeServices.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The group of the previews. */
export const jogja = toChatId(2_001);
const haneul = toChatId(2_004);

const cid = (number: number) => toCid(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);

/** A message of a chat; `ago`: ms before {@link sampleNow}. */
function message(
  c: LocalChat['c'],
  s: number,
  user: number,
  ago: number,
  x: string,
  more: Partial<LocalMessage> = {},
): LocalMessage {
  return { c, s, r: s, n: s, u: toMemberId(user), i: cid(s), k: 1, b: { x }, at: sampleNow - ago, pv: 1, ...more };
}

const line = (c: LocalChat['c'], s: number, ago: number, b: SystemBody): LocalMessage => {
  const { n: _, ...row } = message(c, s, b.by ?? 0, ago, '', { k: 2, b: { ...b } });
  return row;
};

/** A send that has not arrived. */
export function samplePending(id: number, c: LocalChat['c'], x: string, more: Partial<OutboxEntry> = {}): OutboxEntry {
  const i = cid(900_000 + id);
  return {
    id,
    i,
    lane: `c:${c}`,
    action: { t: 'send', c, cid: i, b: { x } },
    state: 'queued',
    tried: 0,
    tries: 0,
    nextAt: 0,
    at: sampleNow - 30_000,
    ...more,
  };
}

const members = (c: LocalChat['c'], ids: readonly number[]): Map<number, LocalMember> =>
  new Map(ids.map((id) => [id, { c, ...sampleMember(id, id === 1_008 ? memberRole.owner : memberRole.member) }]));

const jogjaMessages: LocalMessage[] = [
  line(jogja, 1, 3 * day, { ev: 'created', by: toMemberId(1_008), title: 'Jogja bareng 🛵' }),
  line(jogja, 2, 3 * day - minute, { ev: 'added', by: toMemberId(1_008), who: [toMemberId(1_001), toMemberId(1_004)] }),
  message(jogja, 3, 1_008, day + 2 * hour, 'Kereta jam 7 pagi dari Gambir ya, sampai Jogja sekitar jam 1 siang'),
  message(jogja, 4, 1_008, day + 2 * hour - minute, 'Sudah kupesan 14 kursi, satu gerbong semua 🚃', {
    rx: { '🎉': 7, '❤️': 4, '🙏': 1 },
    my: '🎉',
  }),
  message(jogja, 5, 1_002, day + hour, '去年の写真が出てきた！朝焼けのお寺、みんなで見たいなあ'),
  message(jogja, 6, 1_001, day + 50 * minute, 'Oh wow, the first one', { ed: sampleNow - day }),
  message(jogja, 7, 1_001, day + 49 * minute, 'That’s our group picture from now on ✨'),
  message(jogja, 8, 1_006, 40 * minute, '太好了！車票錢我先轉給妳，再跟我說一個人多少喔 🙏'),
  message(jogja, 9, 1_007, 38 * minute, '', { del: sampleNow - 30 * minute, b: {} }),
  message(jogja, 10, 1_004, 25 * minute, '지하철이라 목소리가 좀 작아요. 숙소는 여기 어때요?'),
  message(jogja, 11, 1_004, 24 * minute, 'https://rumahpadi.example/rooms'),
  message(
    jogja,
    12,
    1_008,
    20 * minute,
    'Makan malam pertama di mana? Gudeg Bu Lastri, 夜市で食べ歩き, atau masak sendiri 🍳',
    {
      rx: { '😂': 2 },
    },
  ),
  message(jogja, 13, 1_008, 19 * minute, '@Dewi Larasati jangan lupa termosnya ya 😄', {
    b: { x: '@Dewi Larasati jangan lupa termosnya ya 😄', at: [[0, 14, 1_001]] },
    m: [toMemberId(1_001)],
  }),
  message(jogja, 14, 1_002, 3 * minute, '🚃✨'),
];

const haneulMessages: LocalMessage[] = [
  message(haneul, 1, 1_001, 26 * hour, 'Before I forget: Minori called the guesthouse. Her notes, as they are:'),
  message(
    haneul,
    2,
    1_001,
    26 * hour - minute,
    '昨日の夜、宿の人と電話で話せました。要点だけ書きますね。\n\n・チェックインは15時からだけど、荷物は朝から預かってくれる\n・自転車は一人一台、雨の日は屋根つきの車を出してくれる\n・お風呂は22時まで。静かにすれば庭で星を見ていてもいいそうです',
  ),
  message(
    haneul,
    3,
    1_004,
    25 * hour,
    Array.from(
      { length: 6 },
      () =>
        '집에 오는 길에 계속 생각해 봤는데요, 저는 첫날은 무리하지 말고 동네만 천천히 걷는 게 좋을 것 같아요. 비행기에서 내리면 다들 피곤하실 테고, 숙소 앞 논길이 해 질 무렵에 제일 예쁘대요.',
    ).join('\n\n'),
  ),
  message(haneul, 4, 1_004, 25 * hour - minute, '어떻게 생각하세요?', { rx: { '👍': 1 }, my: '👍' }),
  message(haneul, 5, 1_001, 40 * minute, 'Saturday at nine, then. In front of the bakery', {
    ed: sampleNow - 39 * minute,
  }),
  message(haneul, 6, 1_001, 39 * minute, '', { del: sampleNow - 38 * minute, b: {} }),
  message(haneul, 7, 1_004, 8 * minute, '네! 빵집이 아홉 시에 열어요'),
];

/** What a chat of the list looks like. */
function listed(
  input: Parameters<typeof sampleChat>[0],
  newest: LocalMessage | undefined,
  more: Partial<LocalChat> = {},
): LocalChat {
  const chat = sampleChat(input);
  if (!newest) return { ...chat, ...more };
  const x = newest.b?.['x'] as string | undefined;
  const l = {
    s: newest.s,
    u: newest.u,
    k: newest.k,
    at: newest.at,
    ...(newest.del === undefined ? (newest.k === 2 ? { b: newest.b } : { x }) : { del: 1 as const }),
  };
  const head = { ...chat.head, rev: newest.s, n: newest.s, ls: newest.s, b: newest.at, l } as LocalChat['head'];
  return { ...chat, head, bump: newest.at, ...more };
}

const only = (id: number, user: number, ago: number, x: string): LocalMessage => message(toChatId(id), 9, user, ago, x);

/** A list as people have it: every kind of row, names in five languages. */
export const sampleChats: readonly LocalChat[] = [
  listed({ id: 2_001, title: 'Jogja bareng 🛵', members: 14, me: { pin: 1, rs: 9 } }, jogjaMessages.at(-1), {
    unread: 5,
    mentions: 1,
  }),
  listed(
    { id: 2_002, peer: 1_002, me: { pin: 1 } },
    only(2_002, 1_002, 4 * minute, 'ホテル、朝ごはん付きにしといたよ〜'),
    {
      unread: 2,
    },
  ),
  listed(
    { id: 2_003, title: 'Film Pelan · 慢速底片', members: 412, me: { nt: 2 } },
    only(2_003, 1_006, 13 * minute, '@Senja 這卷是 Kembang 400 推一檔'),
    {
      unread: 128,
      mentions: 1,
    },
  ),
  listed({ id: 2_004, peer: 1_004 }, haneulMessages.at(-1)),
  listed({ id: 2_005, peer: 1_003 }, only(2_005, 1_003, 5 * hour, 'Jangan lupa bawa jaket, di Dieng dingin'), {
    unread: 3,
  }),
  listed(
    { id: 2_006, title: 'Piket apartemen 7B', members: 6, me: { nt: 1 } },
    only(2_006, 1_005, 7 * hour, 'Sudah kubuang ya'),
    {
      unread: 8,
    },
  ),
  listed({ id: 2_007, peer: 1_006 }, only(2_007, 1_006, 22 * hour, '好喔，明天見！')),
  listed(
    { id: 2_008, title: 'Launch — Q3 field research and everything after', members: 31 },
    only(2_008, 1_007, 23 * hour, 'Notes are in the folder'),
  ),
  listed(
    { id: 2_009, title: '週末さんぽ部', members: 9 },
    line(toChatId(2_009), 9, 2 * day, { ev: 'added', by: toMemberId(1_010), who: [toMemberId(1_001)] }),
  ),
  listed({ id: 2_010, peer: 1_007 }, only(2_010, 1_001, 3 * day, 'See you at the station')),
  listed({ id: 2_011, peer: 1_005 }, message(toChatId(2_011), 9, 1_005, 12 * day, '', { del: sampleNow })),
];

function windowOf(
  c: LocalChat['c'],
  messages: readonly LocalMessage[],
  ids: readonly number[],
  more: Partial<ChatWindowState>,
): ChatWindowState {
  return {
    ...emptyChatWindow(c),
    loaded: true,
    chat: sampleChats.find((chat) => chat.c === c),
    messages,
    members: members(c, ids),
    atStart: true,
    atEnd: true,
    span: { from: 0, to: Number.POSITIVE_INFINITY },
    ...more,
  };
}

/** A group with something of everything. */
export const jogjaWindow: ChatWindowState = windowOf(
  jogja,
  jogjaMessages,
  [1_001, 1_002, 1_004, 1_005, 1_006, 1_007, 1_008],
  {
    unreadFrom: 10,
    receipts: [
      [6, 12],
      [8, 9],
    ],
    typing: [1_004],
    pending: [
      samplePending(1, jogja, 'Vote sent 🙌 I’ll bring the big thermos'),
      samplePending(2, jogja, 'And the packing list, at last', { state: 'failed', err: 'MUTED' }),
    ],
  },
);

/** A 1:1 chat with a gap in it. */
export const haneulWindow: ChatWindowState = windowOf(haneul, haneulMessages, [1_001, 1_004], {
  peerRead: 6,
  atStart: false,
  holes: [{ from: 5, to: 4 }],
});

/** A person's device with everything above. */
export const sampleSeed: FakeSeed = {
  users: [{ id: sampleMe.id, name: sampleMe.name, pv: 1 }, ...sampleCards],
  contacts: sampleCards.map((card) => sampleContact(card)),
  online: [sampleCards[0], sampleCards[1], sampleCards[2]].flatMap((card) => card?.id ?? []),
  chats: sampleChats,
  windows: [jogjaWindow, haneulWindow],
  drafts: [{ c: haneul, text: '그럼 토요일에 역 앞에서', at: undefined, updated: sampleNow } satisfies DraftRow],
  tray: [
    samplePending(1, jogja, 'Vote sent 🙌 I’ll bring the big thermos'),
    samplePending(2, jogja, 'And the packing list, at last', { state: 'failed', err: 'MUTED' }),
    samplePending(3, toChatId(2_002), '駅前のパン屋さん、まだ開いてた！', { tried: 1 }),
  ],
  health: {
    status: { phase: 'backoff', downSince: 0, clockOffset: 0 },
    waiting: 2,
    failed: 1,
  },
};
