import { isUnopenedRoom } from '#domain/isUnopenedRoom.ts';
import type { Me } from '#protocol/entities/members.ts';
import type { ReadState } from '#protocol/entities/receipt.ts';
import type { LocalChat } from '../changes.ts';
import type { ChatSettings } from '../commands.ts';
import { countNamed, umRevOf } from './countChat.ts';
import type { ChatState } from './chatState.ts';
import { dropArrived, failRefused } from './mergeOutbox.ts';
import { isAnotherStay, withShared } from '../unopenedSeat.ts';
import { raiseFloor } from './spans.ts';

/** Numbers that belong together: read position, its ordinal, own messages behind it, last own message, mentions. */
type Numbers = Pick<Me, 'rs' | 'rn' | 'oa' | 'lo' | 'um'>;

/**
 * Takes over my standing as the server knows it. The numbers are taken if neither the read position nor the last own message goes back, or if my place in a
 * room began anew; newer settings do not make numbers newer, because a read state may have overtaken them. Settings never go back to an older version. A
 * read mark that is still on its way is laid over again.
 */
export function takeMe(state: ChatState, incoming: Me, headRev: number): ChatState {
  const { chat } = state;
  const stored = chat.me;
  const isNewer = incoming.mv > stored.mv;
  // In a room or thread numbers of an earlier stay may be higher than all that were counted since.
  if (chat.meta.parent !== undefined && !isNewer && isAnotherStay(incoming, stored)) return state;
  const takesNumbers =
    (incoming.rs >= stored.rs && incoming.lo >= stored.lo) || (isNewer && isPlaceNew(chat, incoming));
  if (!takesNumbers && !isNewer) return state;
  const { um, umRev } = takesNumbers ? laterCount(chat, incoming, headRev) : { um: stored.um, umRev: umRevOf(chat) };
  const numbers = takesNumbers ? { ...numbersOf(incoming), um } : numbersOf(stored);
  const taken = withStanding(state, { ...(incoming.mv < stored.mv ? stored : incoming), ...numbers });
  return layMark({ ...taken, chat: { ...taken.chat, haveRev: headRev, umRev } });
}

/**
 * Takes over my settings as a command of mine has left them. The numbers that come with them are those of the moment in which it was carried out; the answer
 * to a repeat may be much younger than that.
 */
export const takeSettings = (state: ChatState, incoming: Me): ChatState =>
  layMark(withStanding(state, { ...incoming, ...numbersOf(state.chat.me) }));

/**
 * Neither floor nor the other person's position go back. What the floor hides goes, and what the server has refused fails. In a room or thread the standing stays that of its chat: the answer may have been
 * read before that one changed, which its version here does not tell.
 */
function withStanding(state: ChatState, incoming: Me): ChatState {
  const stored = state.chat.me;
  const own = state.chat.meta.parent === undefined ? incoming : withShared(incoming, stored);
  const me = withPeerRead({ ...own, fl: Math.max(stored.fl, own.fl) }, stored.prs);
  const next: ChatState = { ...state, chat: { ...state.chat, me } };
  const kept = me.fl > stored.fl ? dropBelow(next, me.fl) : next;
  return { ...kept, outbox: failRefused(kept.outbox, me) };
}

/** Whoever comes back into a community has been in none of its rooms; everywhere else a new beginning stands at the newest message. */
const isPlaceNew = ({ meta }: LocalChat, me: Me): boolean => isUnopenedRoom({ meta, me }) && me.lo === 0;

/** Takes over my read position as the server stored it (from a mark of mine, here or on another device). */
export function takeReadState(state: ChatState, [, rs, rn, oa, lo, um, rev]: ReadState): ChatState {
  const { chat } = state;
  const stored = chat.me;
  if (rs < stored.rs || lo < stored.lo) return state;
  const { uf: _uf, ...rest } = stored;
  const base = rs > stored.rs ? rest : stored;
  const later = laterCount(chat, { rs, um }, rev);
  const me = { ...base, rs, rn, oa, lo, um: later.um };
  return layMark({ ...state, chat: { ...chat, me, umRev: later.umRev } });
}

/** Of two counts of mentions behind one read position that of the later head holds; answers overtake each other. */
function laterCount(chat: LocalChat, incoming: Pick<Me, 'rs' | 'um'>, rev: number): { um: number; umRev: number } {
  const isOld = incoming.rs === chat.me.rs && rev < umRevOf(chat);
  return isOld ? { um: chat.me.um, umRev: umRevOf(chat) } : { um: incoming.um, umRev: rev };
}

/**
 * Moves the read position to the pending mark, with the numbers the server will answer, as far as the cache knows them. Needs the rows from the old
 * position on.
 */
export function layMark(state: ChatState): ChatState {
  const { chat, mark } = state;
  const { me } = chat;
  if (mark === undefined || mark <= me.rs) return state;
  let readN = me.rn;
  let ownRead = 0;
  for (const row of state.rows.values()) {
    if (row.s <= me.rs || row.s > mark || row.n === undefined) continue;
    readN = Math.max(readN, row.n);
    if (row.u === me.mid && row.s <= me.lo) ownRead += 1;
  }
  const umRev = umRevOf(chat);
  const um = mark >= umRev ? 0 : Math.max(0, me.um - countNamed(state, me.rs, mark));
  const { uf: _uf, ...rest } = me;
  const oa = mark >= me.lo ? 0 : Math.max(0, me.oa - ownRead);
  return { ...state, chat: { ...chat, me: { ...rest, rs: mark, rn: readN, oa, um } } };
}

/** My own settings as they will be once the server has them; it alone raises `mv`. */
export function laySettings(me: Me, set: ChatSettings, headRev: number): Me {
  const next: Me = { ...me };
  if (set.notify !== undefined) next.nt = set.notify;
  setOrDrop(next, 'mu', set.mute);
  setOrDrop(next, 'pin', set.pin);
  setOrDrop(next, 'uf', set.unreadFrom);
  if (set.follow !== undefined) setOrDrop(next, 'fo', set.follow ? 1 : 0);
  if (set.hide !== undefined) setOrDrop(next, 'hid', set.hide ? headRev : 0);
  return next;
}

/** 0 means "not set" on the wire, and an absent field here. */
function setOrDrop(me: Me, field: 'mu' | 'pin' | 'uf' | 'hid' | 'fo', value: number | undefined): void {
  if (value === undefined) return;
  if (value === 0) delete me[field];
  else Object.assign(me, { [field]: value });
}

function dropBelow(state: ChatState, floor: number): ChatState {
  const rows = new Map([...state.rows].filter(([seq]) => seq >= floor));
  const chat = { ...state.chat, sync: raiseFloor(state.chat.sync, floor) };
  return { ...state, rows, chat, outbox: dropArrived(state.outbox, chat) };
}

function withPeerRead(me: Me, stored: number | undefined): Me {
  return stored !== undefined && stored > (me.prs ?? -1) ? { ...me, prs: stored } : me;
}

const numbersOf = ({ rs, rn, oa, lo, um }: Me): Numbers => ({ rs, rn, oa, lo, um });
