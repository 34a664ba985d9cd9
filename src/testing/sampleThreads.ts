import { emptyChatWindow, type ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { toChatId, toCid, toMemberId } from '#protocol/casts.ts';
import type { LocalChat, LocalMessage } from '#sync/changes.ts';
import { jogja, jogjaWindow } from './sampleChats.ts';
import { sampleChat, sampleNow } from './samplePeople.ts';

const minute = 60_000;
/** The thread of the previews, on a question of the sample group. */
export const threadId = toChatId(3_001);
/** seq of that question */
export const threadRoot = 12;

const row = (s: number, user: number, ago: number, x: string): LocalMessage => ({
  ...{ c: threadId, s, r: s, n: s - 1, u: toMemberId(user), k: 1, b: { x }, at: sampleNow - ago, pv: 1 },
  i: toCid(`00000000-0000-7000-9000-${String(s).padStart(12, '0')}`),
});

const messages: LocalMessage[] = [
  row(2, 1_002, 18 * minute, '夜市で食べ歩きに一票！'),
  row(3, 1_004, 17 * minute, '저는 구덱이요. 대신 디저트는 제가 살게요'),
  row(4, 1_001, 15 * minute, 'We can split: gudeg for six, night market for eight?'),
  row(5, 1_006, 6 * minute, '可以，我去夜市'),
  row(6, 1_006, 5 * minute, '那我先查一下怎麼走'),
];

const base = sampleChat({ id: 3_001, title: '' });
const { title: _title, ...bare } = base.meta;

/** A thread with five replies, of which two are new. */
export const sampleThread: LocalChat = {
  ...base,
  bump: sampleNow - 5 * minute,
  head: { ...base.head, rev: 6, n: 5, b: sampleNow - 5 * minute, ls: 6 },
  me: { ...base.me, fo: 1, rs: 4, rn: 3, lo: 4, oa: 0 },
  meta: {
    ...bare,
    parent: jogja,
    root: { c: jogja, s: threadRoot, f: [toMemberId(1_006), toMemberId(1_004), toMemberId(1_002)] },
  },
  unread: 2,
};

/** Its window, opened at what is new. */
export const threadWindow: ChatWindowState = {
  ...emptyChatWindow(threadId),
  loaded: true,
  chat: sampleThread,
  messages,
  members: jogjaWindow.members,
  unreadFrom: 5,
  atStart: true,
  atEnd: true,
  span: { from: 1, to: Number.POSITIVE_INFINITY },
};
