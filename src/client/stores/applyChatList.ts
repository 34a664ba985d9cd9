import { isFolderPref, readArchive, readFolders } from '#domain/chatFolders.ts';
import type { Pref } from '#protocol/entities/user.ts';
import { isInvited } from '#domain/chatTraits.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { ChangeBatch, LocalChat, OutboxEntry } from '#sync/changes.ts';
import { applyRows } from './applyRows.ts';
import type { ChatListState, PendingSummary } from './chatListStore.ts';
import { countUnread } from './countUnread.ts';

type Chats = ReadonlyMap<ChatId, LocalChat>;
type Pending = ReadonlyMap<ChatId, PendingSummary>;

/** The chat list after one batch. `now`: server clock, ms; it decides which mutes have ended. */
export function applyChatList(state: ChatListState, batch: ChangeBatch, now: number): ChatListState {
  const chats = applyRows(state.chats, batch, 'chats', (chat) => chat.c);
  const entries = applyRows(state.sends, batch, 'outbox', (entry) => entry.id);
  const prefs = applyRows(state.folderPrefs, batch, 'prefs', (pref) => pref.key);
  const sorted = prefs === state.folderPrefs ? state : sortInto(state, prefs.values());
  if (chats === state.chats && entries === state.sends) return sorted === state ? state : recountChatList(sorted, now);
  const sends = entries === state.sends ? state.sends : onlySends(entries);
  return deriveChatList({ ...sorted, chats, sends }, sends === state.sends, now);
}

/** The chat list as the rows of the device say it: what a first read makes. */
export function projectChatList(
  state: ChatListState,
  rows: { chats: readonly LocalChat[]; outbox: readonly OutboxEntry[]; prefs: readonly Pref[] },
  now: number,
): ChatListState {
  const chats = new Map(rows.chats.map((chat) => [chat.c, chat]));
  const sends = onlySends(new Map(rows.outbox.map((entry) => [entry.id, entry])));
  return deriveChatList({ ...sortInto(state, rows.prefs), loaded: true, chats, sends }, false, now);
}

/** The same rows seen at a later time: a mute may have ended. */
export function recountChatList(state: ChatListState, now: number): ChatListState {
  const totalUnread = countUnread(state.chats, state.archived, now);
  return totalUnread === state.totalUnread ? state : { ...state, totalUnread };
}

function deriveChatList(state: ChatListState, pendingIsTrue: boolean, now: number): ChatListState {
  const pending = pendingIsTrue ? state.pending : summarise(state.sends);
  const order = orderOf(state.chats, pending);
  return {
    ...state,
    pending,
    order: isSame(order, state.order) ? state.order : order,
    totalUnread: countUnread(state.chats, state.archived, now),
  };
}

function onlySends(entries: ReadonlyMap<number, OutboxEntry>): ReadonlyMap<number, OutboxEntry> {
  return new Map([...entries].filter(([, entry]) => entry.action.t === 'send').toSorted(([a], [b]) => a - b));
}

function summarise(sends: ReadonlyMap<number, OutboxEntry>): Pending {
  const pending = new Map<ChatId, PendingSummary>();
  for (const entry of sends.values()) {
    if (entry.action.t !== 'send') continue;
    const before = pending.get(entry.action.c) ?? { waiting: 0, failed: 0 };
    pending.set(entry.action.c, {
      waiting: before.waiting + (entry.state === 'failed' ? 0 : 1),
      failed: before.failed + (entry.state === 'failed' ? 1 : 0),
      newest: entry,
    });
  }
  return pending;
}

/** Hidden: nothing was written since the person hid it. */
function isHidden(chat: LocalChat, pending: Pending): boolean {
  if (chat.me.st !== memberState.joined && chat.me.st !== memberState.invited) return true;
  return chat.me.hid !== undefined && (chat.head.l?.s ?? 0) <= chat.me.hid && !pending.has(chat.c);
}

/** Invitations, which wait for an answer, then pinned chats, then by activity. */
function orderOf(chats: Chats, pending: Pending): ChatId[] {
  // An own message lifts its chat at once; the device's clock stands in until the server's time is known.
  const lift = (chat: LocalChat): number => Math.max(chat.bump, pending.get(chat.c)?.newest?.at ?? 0);
  return (
    [...chats.values()]
      // Rooms are listed in their community.
      .filter((chat) => chat.meta.parent === undefined && !isHidden(chat, pending))
      .map((chat) => ({
        c: chat.c,
        pin: isInvited(chat.me.st) ? Number.MAX_SAFE_INTEGER : (chat.me.pin ?? 0),
        at: lift(chat),
      }))
      .toSorted((a, b) => b.pin - a.pin || b.at - a.at || b.c - a.c)
      .map(({ c }) => c)
  );
}

/** Folders and archive as the settings say; other settings are none of the list's. */
function sortInto(state: ChatListState, prefs: Iterable<Pref>): ChatListState {
  const folderPrefs = new Map([...prefs].filter(isFolderPref).map((pref) => [pref.key, pref]));
  const isSameAsBefore =
    folderPrefs.size === state.folderPrefs.size &&
    [...folderPrefs].every(([key, { val }]) => state.folderPrefs.get(key)?.val === val);
  if (isSameAsBefore) return state;
  return {
    ...state,
    folderPrefs,
    folders: readFolders(folderPrefs.values()),
    archived: readArchive(folderPrefs.values()),
  };
}

function isSame(a: readonly ChatId[], b: readonly ChatId[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
