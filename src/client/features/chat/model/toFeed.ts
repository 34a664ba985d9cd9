import { isSystemMessage, isTextMessage } from '#domain/chatTraits.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { dayOf } from './dayOf.ts';
import type { FeedHole, FeedItem } from './FeedItem.ts';
import { placeInRuns } from './placeInRuns.ts';
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
  markFirstUnread(items, input.unreadFrom);
  return reuse(placeInRuns(items), before);
}

function storedItem(row: FeedInput['messages'][number], { overlays, me }: FeedInput): FeedItem {
  const overlay = overlays.get(row.s);
  const isOwn = row.u === me;
  const isText = isTextMessage(row.k);
  const isUnsent = row.del !== undefined || overlay?.gone === true;
  const body = row.b as { x?: string; at?: FeedItem['mentions'] } | undefined;
  return {
    ...blank,
    // System lines may share one id: only own texts need to stay the same line across their arrival.
    key: isOwn && isText ? `m${row.i}` : `s${row.s}`,
    kind: isText ? 'message' : isSystemMessage(row.k) ? 'system' : 'unknown',
    day: dayOf(row.at),
    at: row.at,
    seq: row.s,
    sender: row.u,
    isOwn,
    text: isUnsent || !isText ? '' : (overlay?.text ?? body?.x ?? ''),
    mentions: isUnsent ? noMentions : ((overlay?.text === undefined ? body?.at : overlay.at) ?? noMentions),
    isUnsent,
    isEdited: !isUnsent && (row.ed !== undefined || overlay?.text !== undefined),
    row,
    myReaction: overlay?.my,
  };
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

function markFirstUnread(items: FeedItem[], unreadFrom: number | undefined): void {
  if (unreadFrom === undefined) return;
  // Without anything older in the window the line would say nothing.
  const index = items.findIndex((item) => item.seq !== undefined && item.seq >= unreadFrom && !item.isOwn);
  const found = items[index];
  if (found && index > 0) found.isFirstUnread = true;
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
  mentions: noMentions,
  isUnsent: false,
  isEdited: false,
  row: undefined,
  entry: undefined,
  hole: undefined,
  myReaction: undefined,
};

/** Puts the previous object where nothing differs, so that a memoised row is not drawn again. */
function reuse(items: FeedItem[], before: readonly FeedItem[]): FeedItem[] {
  if (before.length === 0) return items;
  const old = new Map(before.map((item) => [item.key, item]));
  return items.map((item) => {
    const previous = old.get(item.key);
    return previous && isSame(previous, item) ? previous : item;
  });
}

function isSame(a: FeedItem, b: FeedItem): boolean {
  return (Object.keys(blank) as (keyof FeedItem)[]).every((key) => a[key] === b[key]);
}
