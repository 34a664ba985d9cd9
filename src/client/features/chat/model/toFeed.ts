import { isCardMessage, isSystemMessage, isTextMessage } from '#domain/chatTraits.ts';
import { readCardHead, type CardHead } from '#domain/readCardHead.ts';
import type { ChatWindowState, Overlay } from '#client/stores/chatWindowStore.ts';
import { dayOf } from './dayOf.ts';
import type { FeedHole, FeedItem } from './FeedItem.ts';
import { placeInRuns, type LinePlace } from './placeInRuns.ts';
import { toHole } from './toHole.ts';

export type FeedInput = Pick<
  ChatWindowState,
  'messages' | 'pending' | 'overlays' | 'holes' | 'unreadFrom' | 'atEnd'
> & { me: number };

/**
 * The lines of a conversation in order: stored messages with what this person just did to them laid over, gaps where the device has no messages, and own
 * sends after the newest message (only when the window reaches it). `before`: the previous answer; unchanged lines keep their identity.
 */
export function toFeed(input: FeedInput, before: readonly FeedItem[] = []): FeedItem[] {
  const { messages, pending, holes, atEnd, me } = input;
  const items: FeedItem[] = [];
  const arrived = new Set<string>();
  let nextHole = 0;
  for (const [index, row] of messages.entries()) {
    for (; nextHole < holes.length && (holes[nextHole]?.to ?? 0) < row.s; nextHole += 1) {
      const hole = holes[nextHole];
      if (hole) items.push(holeItem(toHole(hole, messages, index, before), row.at));
    }
    if (row.u === me) arrived.add(row.i);
    items.push(storedItem(row, input));
  }
  if (atEnd) {
    for (const entry of pending) {
      if (entry.action.t === 'send' && !arrived.has(entry.action.cid)) items.push(pendingItem(entry, me));
    }
  }
  return reuse(items, placeInRuns(items, firstUnreadIn(items, input.unreadFrom)), before);
}

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
  const isUnsent = row.del !== undefined || overlay?.gone === true;
  const body = row.b as { x?: string; at?: FeedItem['mentions'] } | undefined;
  const card = isCardMessage(row.k) && !isUnsent ? cardOf(row) : undefined;
  const isCard = isCardMessage(row.k) && (isUnsent || card !== undefined);
  return {
    ...blank,
    // System lines may share one id: only own texts need to stay the same line across their arrival.
    key: isOwn && isText ? `m${row.i}` : `s${row.s}`,
    kind: isText || isCard ? 'message' : isSystemMessage(row.k) ? 'system' : 'unknown',
    day: dayOf(row.at),
    at: row.at,
    seq: row.s,
    sender: row.u,
    isOwn,
    text: card ? card.x : isUnsent || !isText ? '' : (overlay?.text ?? body?.x ?? ''),
    card,
    mentions: isUnsent || !isText ? noMentions : ((overlay?.text === undefined ? body?.at : overlay.at) ?? noMentions),
    isUnsent,
    isEdited: isText && !isUnsent && (row.ed !== undefined || overlay?.text !== undefined),
    row,
    myReaction: overlay?.my,
  };
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
  const body = action.t === 'send' ? action.b : { x: '' };
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
    text: body.x,
    mentions: body.at ?? noMentions,
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
  mentions: noMentions,
  isUnsent: false,
  isEdited: false,
  row: undefined,
  entry: undefined,
  hole: undefined,
  myReaction: undefined,
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
  return contents.every((key) => a[key] === b[key]);
}

const places: readonly string[] = ['position', 'isFirstUnread', 'isFirstOfDay'] satisfies (keyof LinePlace)[];
const contents = (Object.keys(blank) as (keyof FeedItem)[]).filter((key) => !places.includes(key));
