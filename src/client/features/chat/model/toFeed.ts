import { isCardMessage, isSentMessage, isSystemMessage, isTextMessage, textKind } from '#domain/chatTraits.ts';
import { readCardHead, type CardHead } from '#domain/readCardHead.ts';
import { namedIn, wordsOf } from '#domain/sentWords.ts';
import type { ChatWindowState, Overlay } from '#client/stores/chatWindowStore.ts';
import { dayOf } from './dayOf.ts';
import type { FeedContent, FeedHole, FeedItem } from './FeedItem.ts';
import { placeInRuns, type LinePlace } from './placeInRuns.ts';
import { toHole } from './toHole.ts';

export type FeedInput = Pick<
  ChatWindowState,
  'messages' | 'pending' | 'overlays' | 'holes' | 'unreadFrom' | 'atEnd'
> & { me: number; hidden?: ReadonlySet<number> | undefined };

/**
 * The lines of a conversation in order: stored messages with what this person just did to them laid over, gaps where the device has no messages, and own
 * sends after the newest message (only when the window reaches it). `before`: the previous answer; unchanged lines keep their identity.
 */
export function toFeed(input: FeedInput, before: readonly FeedItem[] = []): FeedItem[] {
  const { messages, pending, holes, atEnd, me, hidden } = input;
  const items: FeedItem[] = [];
  const arrived = new Set<string>();
  let nextHole = 0;
  for (const [index, row] of messages.entries()) {
    for (; nextHole < holes.length && (holes[nextHole]?.to ?? 0) < row.s; nextHole += 1) {
      const hole = holes[nextHole];
      if (hole) items.push(holeItem(toHole(hole, messages, index, before), row.at));
    }
    if (row.u === me) arrived.add(row.i);
    // It stays among the messages: only nobody sees it.
    if (hidden?.has(row.s) || isThreadBegin(row)) continue;
    items.push(storedItem(row, input));
  }
  if (atEnd) {
    for (const entry of pending) {
      if (entry.action.t === 'send' && !arrived.has(entry.action.cid)) items.push(pendingItem(entry, me));
    }
  }
  return reuse(items, placeInRuns(items, firstUnreadIn(items, input.unreadFrom)), before);
}

/** With this line every thread begins: it gives it a position to read from, and says nothing that its head does not. */
const isThreadBegin = ({ k, b }: FeedInput['messages'][number]): boolean =>
  isSystemMessage(k) && b?.['ev'] === 'thread';

/** Lines of stored messages over which nothing is laid, by row: a row is never changed in place. */
const plainItems = new WeakMap<FeedInput['messages'][number], FeedItem>();

function storedItem(row: FeedInput['messages'][number], { overlays, me }: FeedInput): FeedItem {
  const overlay = overlays.get(row.s);
  if (overlay) return makeItem(row, me, overlay);
  const known = plainItems.get(row);
  if (known?.isOwn === (row.u === me)) return known;
  const made = makeItem(row, me, undefined);
  plainItems.set(row, made);
  return made;
}

function makeItem(row: FeedInput['messages'][number], me: number, overlay: Overlay | undefined): FeedItem {
  const isOwn = row.u === me;
  const isText = isTextMessage(row.k);
  const isSent = isSentMessage(row.k);
  const isUnsent = row.del !== undefined || overlay?.gone === true;
  const body = row.b as { x?: string; at?: FeedItem['mentions']; ask?: number; fw?: FeedItem['forwarded'] } | undefined;
  const card = isCardMessage(row.k) && !isUnsent ? cardOf(row) : undefined;
  const isCard = isCardMessage(row.k) && (isUnsent || card !== undefined);
  return {
    ...blank,
    // System lines may share one id: only what a person sent needs to stay the same line across their arrival.
    key: isOwn && isSent ? `m${row.i}` : `s${row.s}`,
    kind: isSent || isCard ? 'message' : isSystemMessage(row.k) ? 'system' : 'unknown',
    day: dayOf(row.at),
    at: row.at,
    seq: row.s,
    sender: row.u,
    isOwn,
    text: card ? card.x : isUnsent || !isSent ? '' : (overlay?.text ?? body?.x ?? ''),
    card,
    content: isSent && !isText && !isUnsent && row.b ? contentOf(row.k, row.b) : undefined,
    link: isUnsent || overlay?.noLink ? undefined : row.ex?.lk,
    replyTo: isUnsent ? undefined : row.re,
    forwarded: isUnsent ? undefined : body?.fw,
    mentions: isUnsent || !isSent ? noMentions : ((overlay?.text === undefined ? body?.at : overlay.at) ?? noMentions),
    isUnsent,
    isEdited: isText && !isUnsent && (row.ed !== undefined || overlay?.text !== undefined),
    row,
    myReaction: overlay?.my,
    myVote: overlay?.mb,
    isAsking: !isUnsent && isSent && body?.ask === 1,
  };
}

/** Contents by body, for the same reason as cards. */
const contents = new WeakMap<object, FeedContent>();

function contentOf(k: number, b: object): FeedContent {
  const known = contents.get(b) ?? { k, b: b as FeedContent['b'] };
  contents.set(b, known);
  return known;
}

/** Cards by body, so that a line over which something is laid keeps the same one. */
const cards = new WeakMap<object, CardHead>();

function cardOf({ b }: FeedInput['messages'][number]): CardHead | undefined {
  if (b === undefined) return undefined;
  const known = cards.get(b);
  if (known) return known;
  const card = readCardHead(b);
  if (card) cards.set(b, card);
  return card;
}

function pendingItem(entry: FeedInput['pending'][number], me: number): FeedItem {
  const { action } = entry;
  const send = action.t === 'send' ? action : undefined;
  const k = send?.k ?? textKind;
  const at = entry.sentAt ?? entry.at;
  return {
    ...blank,
    key: `m${entry.i}`,
    kind: 'message',
    day: dayOf(at),
    at,
    seq: entry.s,
    sender: me,
    isOwn: true,
    text: send ? wordsOf(send.b) : '',
    content: send && !isTextMessage(k) ? contentOf(k, send.b) : undefined,
    replyTo: send?.re,
    forwarded: send?.b.fw,
    isAsking: send !== undefined && 'ask' in send.b && send.b.ask === 1,
    mentions: send ? namedIn(send.b) : noMentions,
    entry,
  };
}

function holeItem(hole: FeedHole, at: number): FeedItem {
  return { ...blank, key: `h${hole.from}`, kind: 'hole', day: dayOf(at), at, hole };
}

function firstUnreadIn(items: readonly FeedItem[], unreadFrom: number | undefined): number {
  if (unreadFrom === undefined) return -1;
  const index = items.findIndex((item) => item.seq !== undefined && item.seq >= unreadFrom && !item.isOwn);
  // Without anything older in the window the line would say nothing.
  return index > 0 ? index : -1;
}

const noMentions: FeedItem['mentions'] = [];
const blank: FeedItem = {
  key: '',
  kind: 'message',
  day: '',
  at: 0,
  seq: undefined,
  sender: 0,
  isOwn: false,
  position: 'single',
  isFirstUnread: false,
  isFirstOfDay: false,
  text: '',
  card: undefined,
  content: undefined,
  link: undefined,
  replyTo: undefined,
  forwarded: undefined,
  mentions: noMentions,
  isUnsent: false,
  isEdited: false,
  row: undefined,
  entry: undefined,
  hole: undefined,
  myReaction: undefined,
  myVote: undefined,
  isAsking: false,
};

/** What a line was made of before its place was known; so that a line of the last answer is recognised without comparing it field by field. */
const bases = new WeakMap<FeedItem, FeedItem>();

/** Gives each line its place, and puts the previous object where nothing differs, so that a memoised row is not drawn again. */
function reuse(items: readonly FeedItem[], places: readonly LinePlace[], before: readonly FeedItem[]): FeedItem[] {
  const old = new Map(before.map((item) => [item.key, item]));
  return items.map((base, index) => {
    const place = places[index] as LinePlace;
    const previous = old.get(base.key);
    if (previous && isPlaced(previous, place) && (bases.get(previous) === base || isSame(previous, base)))
      return previous;
    const placed = { ...base, ...place };
    bases.set(placed, base);
    return placed;
  });
}

const isPlaced = (item: FeedItem, place: LinePlace): boolean =>
  item.position === place.position &&
  item.isFirstUnread === place.isFirstUnread &&
  item.isFirstOfDay === place.isFirstOfDay;

/** Whether two lines differ in nothing but their places. */
function isSame(a: FeedItem, b: FeedItem): boolean {
  return sayings.every((key) => a[key] === b[key]);
}

const places: readonly string[] = ['position', 'isFirstUnread', 'isFirstOfDay'] satisfies (keyof LinePlace)[];
const sayings = (Object.keys(blank) as (keyof FeedItem)[]).filter((key) => !places.includes(key));
