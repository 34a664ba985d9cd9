import type { ChangeBatch, LocalChat, LocalMember, LocalMessage, OutboxEntry } from '#sync/changes.ts';
import { applyRows } from './applyRows.ts';
import { holesIn } from './cachedSpans.ts';
import type { ChatWindowState, SeqSpan } from './chatWindowStore.ts';
import { memberPlace } from './memberPlace.ts';
import { toOverlays } from './toOverlays.ts';

/** Everything of one chat that a window is made of. `messages`: those of `span`, ascending. */
export interface WindowRows {
  chat: LocalChat | undefined;
  messages: readonly LocalMessage[];
  outbox: readonly OutboxEntry[];
  members: readonly LocalMember[];
}

/** A window as the rows of the device say it. */
export function projectChatWindow(state: ChatWindowState, rows: WindowRows, span: SeqSpan): ChatWindowState {
  return deriveChatWindow({
    ...state,
    loaded: true,
    chat: rows.chat,
    messages: rows.messages,
    members: new Map(rows.members.map((member) => [member.u, member])),
    entries: new Map(rows.outbox.map((entry) => [entry.id, entry])),
    span,
  });
}

/** A window after one batch: rows of its chat inside its span are taken in, others are left alone. The same state when nothing of it changed. */
export function applyChatWindow(state: ChatWindowState, batch: ChangeBatch): ChatWindowState {
  const chat = applyOne(state.chat, batch, state.c);
  const messages = applyMessages(state, batch);
  const members = applyMembers(state, batch);
  const entries = applyEntries(state, batch);
  const isSame =
    chat === state.chat && messages === state.messages && members === state.members && entries === state.entries;
  return isSame ? state : deriveChatWindow({ ...state, chat, messages, members, entries });
}

/** A window with a page that was read from the cache before its first or after its last message; `span` is the new extent. */
export function extendChatWindow(
  state: ChatWindowState,
  page: readonly LocalMessage[],
  span: SeqSpan,
): ChatWindowState {
  const rows = new Map([...page, ...state.messages].map((row) => [row.s, row]));
  // A row that is in both was changed by a batch while the page was being read: the window's copy is the newer one.
  return deriveChatWindow({ ...state, messages: sorted(rows.values()), span });
}

/** Everything of a window that follows from its rows and its span. */
export function deriveChatWindow(state: ChatWindowState): ChatWindowState {
  const { chat, span } = state;
  const { pending, overlays } = toOverlays(state.entries.values(), state.messages, chat?.me.mid);
  const start = chat?.sync.startSeq;
  return {
    ...state,
    pending: pending.length === 0 && state.pending.length === 0 ? state.pending : pending,
    overlays: overlays.size === 0 && state.overlays.size === 0 ? state.overlays : overlays,
    peerRead: Math.max(state.peerRead, chat?.me.prs ?? 0),
    atEnd: span.to === Number.POSITIVE_INFINITY,
    atStart: start !== undefined && span.from <= start,
    holes: chat ? keepSame(state.holes, holesIn(chat, span)) : [],
  };
}

function applyOne(chat: LocalChat | undefined, batch: ChangeBatch, c: number): LocalChat | undefined {
  const change = batch.tables.chats;
  const isGone = batch.wiped?.includes('chats') || change?.del.some((key) => key === c);
  return change?.put.find((row) => row.c === c) ?? (isGone ? undefined : chat);
}

function applyMessages(state: ChatWindowState, batch: ChangeBatch): readonly LocalMessage[] {
  const change = batch.tables.msgs;
  const isWiped = batch.wiped?.includes('msgs') ?? false;
  const { from, to } = state.span;
  const put = change?.put.filter((row) => row.c === state.c && row.s >= from && row.s <= to) ?? [];
  const del = change?.del.filter((key) => key[0] === state.c) ?? [];
  if (put.length === 0 && del.length === 0 && !isWiped) return state.messages;
  const rows = new Map(isWiped ? [] : state.messages.map((row) => [row.s, row]));
  for (const [, seq] of del) rows.delete(seq);
  for (const row of put) rows.set(row.s, row);
  return sorted(rows.values());
}

function applyMembers(state: ChatWindowState, batch: ChangeBatch): ReadonlyMap<number, LocalMember> {
  const change = batch.tables.members;
  const place = memberPlace(state.c, state.chat);
  const put = change?.put.filter((row) => row.c === place) ?? [];
  const del = change?.del.filter((key) => key[0] === place) ?? [];
  const isWiped = batch.wiped?.includes('members') ?? false;
  if (put.length === 0 && del.length === 0 && !isWiped) return state.members;
  const members = new Map(isWiped ? [] : state.members);
  for (const [, member] of del) members.delete(member);
  for (const row of put) members.set(row.u, row);
  return members;
}

function applyEntries(state: ChatWindowState, batch: ChangeBatch): ReadonlyMap<number, OutboxEntry> {
  const change = batch.tables.outbox;
  const touches =
    batch.wiped?.includes('outbox') ||
    change?.put.some((row) => isOf(row, state.c)) ||
    change?.del.some((id) => state.entries.has(id));
  if (!touches) return state.entries;
  const entries = applyRows(state.entries, batch, 'outbox', (entry) => entry.id);
  return new Map([...entries].filter(([, entry]) => isOf(entry, state.c)));
}

const isOf = (entry: OutboxEntry, c: number): boolean => entry.lane === `c:${c}`;

function sorted(rows: Iterable<LocalMessage>): LocalMessage[] {
  return [...rows].toSorted((a, b) => a.s - b.s);
}

function keepSame(before: readonly SeqSpan[], after: readonly SeqSpan[]): readonly SeqSpan[] {
  const isSame =
    before.length === after.length &&
    before.every((span, i) => span.from === after[i]?.from && span.to === after[i]?.to);
  return isSame ? before : after;
}
