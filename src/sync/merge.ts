import type { ChatMeta, Delta, Head } from '#protocol/entities/chat.ts';
import type { Mem } from '#protocol/entities/members.ts';
import type { Row } from '#protocol/entities/messages.ts';
import type { LocalChat, LocalMember, LocalMessage } from './changes.ts';
import { pinsOf } from './merge/pinsOf.ts';
import type { ChatState, Rejected } from './merge/chatState.ts';
import { countChat, underHead } from './merge/countChat.ts';
import { dropArrived, mergeOutbox } from './merge/mergeOutbox.ts';
import { emptyRow, isSoundRow, markNeeded, mergeReaction, mergeRow } from './merge/mergeRow.ts';
import { advance, hasCache, isCut, isFreshAt, noteCut, settleState, startAnew } from './merge/spans.ts';

/*
 * One pure function for every change of a chat: live, catch-up, own acks. Its invariants (rule numbers are those of SPEC.md):
 *  - the copy of a row with the higher r wins (M1), so order and repetition of deltas do not matter;
 *  - the watermark moves only over changes that were applied (M3), so a hole is noticed and fetched, never jumped.
 */

/** How a delta relates to the watermark. */
type Fit = 'follows' | 'hole' | 'reset' | 'old';

/** Applies one delta. A hole leaves the chat `behind`: rows that are cached are still brought up to date, new ones wait for the catch-up. */
export function applyDelta(state: ChatState, delta: Delta): ChatState {
  const isEmpty = !hasCache(state.chat.sync);
  const isBlind = namesUnseen(state, delta);
  const isLost = isEmpty && fitOf(state.chat, delta) === 'hole';
  const before = isEmpty && isBlind ? jumpTo(state, delta.b) : isLost ? jumpTo(state, delta.a) : state;
  const fit = isBlind && !isEmpty ? 'hole' : fitOf(before.chat, delta);
  const sound = (delta.rows ?? []).filter(isSoundRow);
  const rejected: Rejected[] = (delta.rows ?? [])
    .filter((row) => !isSoundRow(row))
    .map((row) => ({ what: 'row', row }));

  const sync = fit === 'hole' ? before.chat.sync : nextSync(before.chat, delta, sound, fit);
  const rows = mergeRows(before, delta, { sound, sync, fit });
  const head = laterHead(before.chat.head, delta.head);
  const chat: LocalChat = {
    ...before.chat,
    me: underHead(before.chat, head),
    head,
    bump: head.b,
    meta: laterMeta(before.chat.meta, delta.meta),
    sync: settleState(sync, head.rev, before.chat.me.fl),
  };
  const outbox = mergeOutbox(before.outbox, {
    rows: sound,
    ...{ head, me: chat.me, sync },
    isStored: (seq) => rows.has(seq),
  });
  const members = mergeMembers(before.members, delta.mem ?? [], chat);
  return countChat({ ...before, chat, rows, members, outbox, rejected: [...before.rejected, ...rejected] });
}

/** Takes a newer head alone, as digests and ticks bring it. */
export function applyHead(state: ChatState, incoming: Head): ChatState {
  const head = laterHead(state.chat.head, incoming);
  if (head === state.chat.head) return state;
  const { sync } = state.chat;
  // Nothing is cached, so nothing can be missed: the empty tail simply starts later.
  const moved = hasCache(sync) || head.rev <= sync.rev ? sync : { ...sync, rev: head.rev, tailFrom: head.rev + 1 };
  const me = underHead(state.chat, head);
  const chat = { ...state.chat, me, head, bump: head.b, sync: settleState(moved, head.rev, me.fl) };
  return countChat({ ...state, chat, outbox: dropArrived(state.outbox, chat) });
}

/** Members by the row rule. */
export function mergeMembers(
  stored: ReadonlyMap<number, LocalMember>,
  incoming: readonly Mem[],
  chat: LocalChat,
): ReadonlyMap<number, LocalMember> {
  const newer = incoming.filter((member) => member.r > (stored.get(member.u)?.r ?? -1));
  if (newer.length === 0) return stored;
  const next = new Map(stored);
  for (const member of newer) {
    if (member.r > (next.get(member.u)?.r ?? -1)) next.set(member.u, { ...member, c: chat.c });
  }
  return next;
}

/** Seqs whose cached rows a delta may touch; the caller loads them. */
export function seqsOf(delta: Delta): number[] {
  return [
    ...(delta.rows ?? []).map((row) => row.s),
    ...(delta.rx ?? []).map((change) => change[0]),
    ...(delta.touch ?? []).map((change) => change[0]),
    ...(delta.del ?? []),
  ];
}

function fitOf({ sync }: LocalChat, delta: Delta): Fit {
  if (delta.b <= sync.rev) return 'old';
  if (delta.reset === 1) return 'reset';
  return delta.a <= sync.rev ? 'follows' : 'hole';
}

/**
 * Whether the delta only names a message that belongs here, that I may see, and that is not here as it was just before. A room's delta keeps back what somebody
 * in it may not see; and a page of the catch-up leaves out a message that was changed behind the page's end, so that a live reaction to it comes before the
 * message, or before an edit of it. Taking such a delta would claim a message, or a text, that is not there; only an answer to me alone brings it.
 */
function namesUnseen({ chat: { me, sync }, rows }: ChatState, delta: Delta): boolean {
  if (delta.b <= sync.rev) return false;
  const brought = new Set((delta.rows ?? []).map((row) => row.s));
  const isLeftOut = (seq: number, trustsCache: boolean): boolean =>
    seq >= me.fl && isFreshAt(sync, seq) && !brought.has(seq) && !(trustsCache && rows.has(seq));
  const trustsText = !isCut(sync);
  return (
    (delta.touch ?? []).some(([seq]) => isLeftOut(seq, true)) ||
    (delta.rx ?? []).some(([seq]) => isLeftOut(seq, trustsText))
  );
}

/** With an empty cache a delta is complete by itself: it tells everything after `rev`, and nothing before is claimed. */
function jumpTo(state: ChatState, rev: number): ChatState {
  const sync = { ...state.chat.sync, rev, tailFrom: rev + 1 };
  return { ...state, chat: { ...state.chat, sync } };
}

function nextSync(chat: LocalChat, delta: Delta, rows: readonly Row[], fit: Fit): LocalChat['sync'] {
  if (fit === 'old') return chat.sync;
  const oldest = rows.reduce((least, row) => Math.min(least, row.s), delta.b + 1);
  const next = fit === 'reset' ? startAnew(chat.sync, oldest, delta.b) : advance(chat.sync, delta.b);
  return noteCut(next, delta.head.rev);
}

function mergeRows(
  state: ChatState,
  delta: Delta,
  how: { sound: readonly Row[]; sync: LocalChat['sync']; fit: Fit },
): ReadonlyMap<number, LocalMessage> {
  const { chat } = state;
  const next = new Map(state.rows);
  for (const row of how.sound) {
    const stored = next.get(row.s);
    const mayAdd = how.fit !== 'hole' && row.s >= chat.me.fl && isFreshAt(how.sync, row.s);
    if (stored || mayAdd) next.set(row.s, mergeRow(stored, row, chat.c));
  }
  // Before the reactions: where both came together, a reaction must not raise r over the text that is to be fetched.
  for (const [seq, rev] of delta.touch ?? []) {
    const stored = next.get(seq);
    if (stored) next.set(seq, markNeeded(stored, rev));
  }
  // A reaction says nothing about the text. It may raise r only where the text is known to be as of just before, or a missed edit would look old.
  const knows = (seq: number): boolean => how.fit !== 'hole' && how.fit !== 'reset' && isFreshAt(how.sync, seq);
  for (const change of delta.rx ?? []) {
    const stored = next.get(change[0]);
    if (stored && knows(change[0])) next.set(change[0], mergeReaction(stored, change, chat.me.mid));
  }
  for (const seq of how.fit === 'reset' ? (delta.del ?? []) : []) {
    const stored = next.get(seq);
    if (stored) next.set(seq, emptyRow(stored));
  }
  return next;
}

/** Of a room only the messages on top of it are its own word; name and rules come with its community. */
function laterMeta(stored: ChatMeta, incoming: ChatMeta | undefined): ChatMeta {
  if (!incoming || incoming.r < stored.r) return stored;
  if (stored.parent === undefined) return incoming;
  const { pins: _pins, ...rest } = stored;
  return { ...rest, ...pinsOf(incoming) };
}

const laterHead = (stored: Head, incoming: Head): Head => (incoming.rev > stored.rev ? incoming : stored);
