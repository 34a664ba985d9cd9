import type { CardBody, CardWords } from '#protocol/entities/appCards.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { toAppId, toChatId, toCid, toMemberId } from '#protocol/casts.ts';
import { emptyChatWindow, type ChatWindowState } from '#client/stores/chatWindowStore.ts';
import type { LocalChat, LocalMessage } from '#sync/changes.ts';
import { jogjaWindow } from './sampleChats.ts';
import { sampleChat, sampleNow } from './samplePeople.ts';

const minute = 60_000;

/** The body of a message that is a card. */
export function sampleCard(app: string, words: CardWords): CardBody {
  return { x: words.title, app: toAppId(app), card: `card-${words.title}`, v: 1, at: sampleNow - 3 * minute, words };
}

/** A camera with its price over 90 days and a coupon. */
export const cameraCard = sampleCard('patungan', {
  title: 'Kamera saku Lumo 35, bekas',
  text: 'Rp 1.240.000, before 1.580.000',
  picture: 'm:AAAAAAAAAAAAAAAAAAAAAA',
  mark: { label: 'Lowest in 90 days', tone: 'good' },
  line: {
    values: [1_580_000, 1_540_000, 1_600_000, 1_520_000, 1_400_000, 1_440_000, 1_300_000, 1_240_000],
    from: '24 Aug',
    to: 'Today',
  },
  code: { label: 'Coupon, until 30 Nov', value: 'PELAN-50K' },
});

/** A gift that was not opened yet. */
export const giftCard = sampleCard('kado', {
  title: 'Selamat ulang tahun, Sar! Kopi sore ini aku yang traktir ☕',
  text: 'A gift for Sari from Dewi',
  picture: 'm:BBBBBBBBBBBBBBBBBBBBBB',
  facts: [{ label: 'at Kedai Sore, until 22 February', value: 'Rp 75.000' }],
  mark: { label: 'Not opened', tone: 'plain' },
  buttons: [{ do: 'open', label: 'Open the gift', start: 'gift-1' }],
});

/** A place in a queue, which changes by itself. */
export const queueCard = sampleCard('antre', {
  title: 'Klinik Gigi Melati',
  text: '3 before you, about 18 min. Come by 19:40',
  facts: [
    { label: 'Your number', value: 'A-47' },
    { label: 'Now serving', value: 'A-44' },
  ],
  share: 0.79,
  live: 1,
  buttons: [{ do: 'open', label: 'Open', start: 'a-47' }],
});

/** One of everything. */
export const wholeCard = sampleCard('ochabin', {
  title: 'お茶の定期便、今月は宇治です',
  text: '夕方までにお届けします。不在のときは宅配ボックスに入れておきますね',
  facts: [
    { label: '内容量', value: '80 g' },
    { label: '数量', value: '2' },
    { label: '合計', value: '¥2,160' },
  ],
  share: 0.4,
  mark: { label: '準備中', tone: 'warn' },
  line: { values: [3, 3, 2, 4, 1, 2], from: '1月', to: '6月' },
  code: { label: 'お客様番号', value: 'OCHA-2210' },
  live: 1,
  buttons: [
    { do: 'open', label: '開く' },
    { do: 'link', label: '配送状況', url: 'https://track.example/2210' },
    { do: 'text', label: '受け取ります', text: '夕方、家にいます' },
  ],
});

/** As long as the contract lets it be, in words without a place to break. */
export const longCard = sampleCard('long-name', {
  title: 'W'.repeat(80),
  text: `${'Donaudampfschifffahrtsgesellschaft'.repeat(6)} end`.slice(0, 240),
  facts: [
    { label: 'A-label-that-never-ends-and-never-breaks', value: '1234567890123456789012345678901234567890' },
    { label: 'Second', value: 'A value that is long but breaks' },
    { label: 'Third', value: '3' },
  ],
  mark: { label: 'A mark of exactly forty characters, yes!', tone: 'off' },
  code: { label: 'Code', value: 'CODE-'.repeat(8) },
  live: 1,
  buttons: [
    { do: 'open', label: 'Open the application right here and now' },
    { do: 'link', label: 'Unbreakable-label-of-a-link-that-goes-on', url: 'https://x.example/' },
    {
      do: 'text',
      label: 'Write',
      text: 'I would like to say that I am on my way and that nothing can stop me any more',
    },
  ],
});

const official = toChatId(2_301);
/** The app's own member id in its chat. */
const appMid = toMemberId(880_001);

const said = (s: number, ago: number, b: Record<string, unknown>, k = 3): LocalMessage => ({
  ...{ c: official, s, r: s, n: s, u: appMid, k, b, pv: 1 },
  i: toCid(`00000000-0000-7000-8000-00000000c${String(s).padStart(3, '0')}`),
  at: sampleNow - ago,
});

const officialMessages = [
  said(1, 70 * minute, { x: 'You are in the queue of Klinik Gigi Melati.', app: 'antre' }, 1),
  said(2, 60 * minute, { ...queueCard }),
  said(3, 2 * minute, { ...queueCard, x: 'Your turn: counter 2', words: { title: 'Your turn', text: 'Counter 2' } }),
];

/** The chat in which a mini-app writes to a person. */
export const officialChat: LocalChat = (() => {
  const chat = sampleChat({ id: official, title: 'Antre Dulu' });
  const newest = officialMessages[2] as LocalMessage;
  const l = { s: 3, u: appMid, k: 3, x: 'Your turn: counter 2', at: newest.at };
  return {
    ...chat,
    kind: chatKind.official,
    bump: newest.at,
    unread: 1,
    meta: { ...chat.meta, kind: chatKind.official, receipts: 0 },
    head: { ...chat.head, rev: 3, n: 3, ls: 3, b: newest.at, l },
  };
})();

/** That chat, open. */
export const officialWindow: ChatWindowState = {
  ...emptyChatWindow(official),
  loaded: true,
  chat: officialChat,
  messages: officialMessages,
  atStart: true,
  atEnd: true,
  span: { from: 0, to: Number.POSITIVE_INFINITY },
};

const posted = (s: number, user: number, ago: number, b: Record<string, unknown>, k = 3): LocalMessage => ({
  ...{ c: jogjaWindow.c, s, r: s, n: s, u: toMemberId(user), k, b, pv: 1 },
  i: toCid(`00000000-0000-7000-8000-00000000d${String(s).padStart(3, '0')}`),
  at: sampleNow - ago,
});

/** The sample group with cards in it; the last one is of a kind that no version knows. */
export const cardsWindow: ChatWindowState = {
  ...jogjaWindow,
  unreadFrom: undefined,
  pending: [],
  typing: [],
  messages: [
    ...jogjaWindow.messages.slice(0, 3),
    posted(20, 1_007, 14 * minute, { ...cameraCard }),
    posted(21, 1_007, 13 * minute, { x: 'Ada yang mau? Aku tidak jadi beli' }, 1),
    { ...posted(22, 1_001, 10 * minute, { ...giftCard }), rx: { '🎉': 4 }, my: null },
    posted(23, 1_006, 3 * minute, { ...queueCard }),
    posted(24, 1_006, 2 * minute, { x: '看完牙齒就過去，大概八點到 🦷' }, 1),
    posted(25, 1_004, minute, { x: 'A card', app: 'omok', words: 'hologram' }),
  ],
};
