import { createStore, type StoreApi } from 'zustand/vanilla';
import { chatOfLookKey, toChatLook, type ChatLook } from '#domain/chatLook.ts';
import { chatOfPinsKey, toHiddenPins, type HiddenPin } from '#domain/pinRules.ts';
import { groupAddPref, isGroupAddAudience, type GroupAddAudience } from '#domain/groupAddRules.ts';
import { isPresenceAudience, presencePref, type PresenceAudience } from '#domain/presenceRules.ts';
import { isEmojiTone, type EmojiTone } from '#domain/withTone.ts';
import { toScheduledCounts } from '#domain/scheduleRules.ts';
import type { ScheduledCounts } from '#protocol/entities/scheduledPref.ts';
import type { AppId } from '#protocol/ids.ts';
import type { Pref } from '#protocol/entities/user.ts';
import type { ChangeBatch } from '#sync/changes.ts';

/** Settings that follow the person (`pref.set`) merged with those of this device. */
export interface PrefsState {
  theme: 'system' | 'light' | 'dark';
  /** en, id, ja, ko, zh-TW; undefined = from the browser */
  language: string | undefined;
  /** 0.9–1.4 */
  textScale: number;
  /** true: Enter sends, Shift+Enter breaks the line; false: the other way, with Ctrl/⌘+Enter sending */
  enterSends: boolean;
  /** whether the person wants alerts, wherever a browser allows them */
  notifications: 'off' | 'on';
  /** whether alerts may show what was written */
  notificationText: boolean;
  sendTyping: boolean;
  /** whether links of this person get cards, and cards are shown to him */
  linkCards: boolean;
  /** who may see when this person is here; the server obeys it */
  presence: PresenceAudience;
  /** announcements the person hid for himself, by chat */
  hiddenPins: ReadonlyMap<number, readonly HiddenPin[]>;
  /** how the person sees chats, by chat; absent: plain */
  chatLooks: ReadonlyMap<number, ChatLook>;
  /** who may bring this person into groups without asking; the server obeys it */
  groupAdds: GroupAddAudience;
  /** mini-apps the person likes, in their own order */
  appFavourites: readonly AppId[];
  /** mini-apps on the rail */
  appPins: readonly AppId[];
  /** what was used last, newest first: stickers by their keys, and emoji */
  recentStickers: readonly string[];
  recentEmoji: readonly string[];
  /** skin tone of emoji */
  emojiTone: EmojiTone;
  /** where messages of the person wait for their time; the server writes it */
  scheduled: ScheduledCounts;
  /** chats in which no stickers are suggested while the person types, by id */
  stickerQuiet: readonly string[];
}

export const defaultPrefs: PrefsState = {
  theme: 'system',
  language: undefined,
  textScale: 1,
  enterSends: true,
  notifications: 'on',
  notificationText: true,
  sendTyping: true,
  linkCards: true,
  presence: 'everyone',
  hiddenPins: new Map(),
  chatLooks: new Map(),
  groupAdds: 'friends',
  appFavourites: [],
  appPins: [],
  recentStickers: [],
  recentEmoji: [],
  emojiTone: 'none',
  stickerQuiet: [],
  scheduled: { v: 0, l: [] },
};

/** Settings that travel with the person; all others belong to this device. */
export const personPrefs = [
  'notifications',
  'notificationText',
  'sendTyping',
  'linkCards',
  presencePref,
  groupAddPref,
  'appFavourites',
  'appPins',
  'recentStickers',
  'recentEmoji',
  'emojiTone',
  'stickerQuiet',
  'scheduled',
] as const satisfies (keyof PrefsState)[];

/** Makes the store of settings; `device`: what this device has stored. */
export function createPrefsStore(device: Partial<PrefsState> = {}): StoreApi<PrefsState> {
  return createStore<PrefsState>(() => toPrefs(defaultPrefs, device));
}

/** Takes over the fields of `change` that make sense. Stored settings may come from another version of the app or a broken disk. */
export function toPrefs(state: PrefsState, change: Partial<Record<keyof PrefsState, unknown>>): PrefsState {
  const { theme, textScale, enterSends, notifications, notificationText, sendTyping, presence, groupAdds } = change;
  return {
    theme: theme === 'system' || theme === 'light' || theme === 'dark' ? theme : state.theme,
    language: 'language' in change ? toLanguage(change.language, state.language) : state.language,
    textScale: typeof textScale === 'number' && textScale >= 0.9 && textScale <= 1.4 ? textScale : state.textScale,
    enterSends: typeof enterSends === 'boolean' ? enterSends : state.enterSends,
    notifications: notifications === 'on' || notifications === 'off' ? notifications : state.notifications,
    notificationText: typeof notificationText === 'boolean' ? notificationText : state.notificationText,
    linkCards: typeof change.linkCards === 'boolean' ? change.linkCards : state.linkCards,
    sendTyping: typeof sendTyping === 'boolean' ? sendTyping : state.sendTyping,
    presence: isPresenceAudience(presence) ? presence : state.presence,
    hiddenPins: change.hiddenPins instanceof Map ? change.hiddenPins : state.hiddenPins,
    chatLooks: change.chatLooks instanceof Map ? change.chatLooks : state.chatLooks,
    groupAdds: isGroupAddAudience(groupAdds) ? groupAdds : state.groupAdds,
    appFavourites: toAppIds(change.appFavourites) ?? state.appFavourites,
    appPins: toAppIds(change.appPins) ?? state.appPins,
    recentStickers: toTexts(change.recentStickers) ?? state.recentStickers,
    recentEmoji: toTexts(change.recentEmoji) ?? state.recentEmoji,
    emojiTone: isEmojiTone(change.emojiTone) ? change.emojiTone : state.emojiTone,
    stickerQuiet: toTexts(change.stickerQuiet) ?? state.stickerQuiet,
    scheduled: toScheduledCounts(change.scheduled) ?? state.scheduled,
  };
}

/** Settings after the person's stored ones were read. */
export function projectPrefs(state: PrefsState, rows: readonly Pref[]): PrefsState {
  const change: Partial<Record<keyof PrefsState, unknown>> = {};
  const hidden = new Map<number, readonly HiddenPin[]>();
  const looks = new Map<number, ChatLook>();
  for (const row of rows) {
    const key = personPrefs.find((name) => name === row.key);
    if (key) change[key] = parseValue(row.val);
    const c = chatOfPinsKey(row.key);
    if (c !== undefined) hidden.set(c, toHiddenPins(parseValue(row.val)));
    const seen = chatOfLookKey(row.key);
    if (seen !== undefined) looks.set(seen, toChatLook(parseValue(row.val)));
  }
  if (hidden.size > 0) change.hiddenPins = new Map([...state.hiddenPins, ...hidden]);
  if (looks.size > 0) change.chatLooks = new Map([...state.chatLooks, ...looks]);
  return toPrefs(state, change);
}

/** Settings after one batch. */
export function applyPrefs(state: PrefsState, batch: ChangeBatch): PrefsState {
  const change = batch.tables.prefs;
  return change ? projectPrefs(state, change.put) : state;
}

/** As many as fit into one setting. */
const appsMax = 50;

function toAppIds(value: unknown): readonly AppId[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value
    .filter((id): id is AppId => typeof id === 'string' && /^[a-z][a-z0-9-]{2,31}$/.test(id))
    .slice(0, appsMax);
}

const toTexts = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined;

function toLanguage(value: unknown, before: string | undefined): string | undefined {
  return value === undefined || typeof value === 'string' ? value : before;
}

/** A value that is not JSON counts as absent. */
function parseValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
