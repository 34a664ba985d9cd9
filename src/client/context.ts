import { createContext, useContext, useState } from 'react';
import { useStore } from 'zustand';
import type { BridgeCall, BridgeEvent, BridgeEvents } from '#protocol/bridge.ts';
import type { AppId, ChatId, UserId } from '#protocol/ids.ts';
import type { Ack, ErrorCode } from '#protocol/errors.ts';
import type { MediaId, MediaPurpose } from '#protocol/entities/media.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import type { Row } from '#protocol/entities/messages.ts';
import type { Account } from '#protocol/entities/user.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import type { Commands } from '#sync/commands.ts';
import type { SentFile } from '#sync/outbox/sentFiles.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { AlertsState } from '#client/stores/alertsStore.ts';
import type { AppWish, OpenAppsState } from '#client/stores/openAppsStore.ts';
import type { AppsState } from '#client/stores/appsStore.ts';
import type { ChatListState } from '#client/stores/chatListStore.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import type { HealthState } from '#client/stores/healthStore.ts';
import type { PeopleState } from '#client/stores/peopleStore.ts';
import type { SessionState } from '#client/stores/sessionStore.ts';
import type { TrayState } from '#client/stores/trayStore.ts';
import type { PrefsState } from '#client/stores/prefsStore.ts';
import type { DraftsState } from '#client/stores/draftsStore.ts';
import type { MediaKit, MediaState } from '#client/stores/mediaStore.ts';
import type { UploadsState } from '#client/stores/uploadsStore.ts';
import type { KeepsState } from '#client/stores/keepsStore.ts';
import type { GalleryKind, GalleryState } from '#client/stores/gallery/GalleryState.ts';
import type { HiddenState } from '#client/stores/hiddenStore.ts';

/** The part of one chat's history that a screen shows; made by `openChat`, closed by the screen. */
export interface ChatWindow {
  readonly store: StoreApi<ChatWindowState>;
  /** Extends the window by a page; reads the cache first and asks the server for what is missing. Does nothing at the edge or while one runs. */
  loadOlder(): void;
  loadNewer(): void;
  /** Says which seqs are in sight. A long window forgets what is far from there; paging brings it back. */
  look(sight: { from: number; to: number }): void;
  /**
   * Replaces the window by one around a message, the first unread one, or the newest. A message that is neither on this device nor to be had leaves the
   * window as it is; the answer says why then. `onLeave` is called right before the window is replaced: until then the reader can go on reading.
   */
  jumpTo(target: { seq: number } | 'unread' | 'end', onLeave?: () => void): Promise<ErrorCode | undefined>;
  /** Says which message the reader is at: holes fill from the end that is nearer to it. */
  see(seq: number): void;
  close(): void;
}

/** How much this device keeps. `used`, `quota`: bytes of everything of this site, where the browser says so. */
export interface StorageReport {
  used?: number | undefined;
  quota?: number | undefined;
  /** the biggest first; `bytes`: estimated, number of messages × average size of the newest ones */
  chats: readonly { c: ChatId; rows: number; bytes: number; isKept: boolean }[];
}

/** What the person may decide about this device's copy of messages. All of it works without a network; rejects when the device cannot write. */
export interface DeviceStorage {
  measure(): Promise<StorageReport>;
  /** A kept chat is never forgotten by itself. */
  keepChat(c: ChatId, isKept: boolean): Promise<void>;
  /** Takes the messages of one chat, or of all, from this device. Unsent work and drafts stay, and what is unread. */
  clear(c?: ChatId): Promise<void>;
}

/** A day on which a chat has messages. */
export interface ChatDay {
  /** local day, `YYYY-MM-DD` */
  day: string;
  /** its first message that is known */
  seq: number;
  /** how much happened: messages, edits and reactions together */
  busy: number;
}

/** What was sent in one chat, of one kind; made by `openGallery`, closed by whoever asked. What this device has is there first. */
export interface Gallery {
  readonly store: StoreApi<GalleryState>;
  /** So many things of a month (`YYYY-MM`) are going to be shown, counted from its newest. Without a network it is made up for later. */
  want(month: string, count: number): void;
  /** What was sent at this time, ms, is shown from its month's newest down to this seq. */
  reach(seq: number, at: number): void;
  /** Asks again after a problem. */
  retry(): void;
  close(): void;
}

/** The days of a month that have messages, ascending. `isWhole`: as the server says; otherwise only those of which something is on this device. */
export interface MonthDays {
  days: readonly ChatDay[];
  isWhole: boolean;
}

/** The camera is on until `stop`; or why it is not: the person or the browser refused, or there is none. */
export type CameraWatch = { ok: true; stop(): void } | { ok: false; why: 'refused' | 'missing' };

/** Making and reading QR codes. Nothing leaves the device. */
export interface QrTools {
  /** The squares of the code of a text, row by row; true is dark. */
  encode(text: string): Promise<readonly (readonly boolean[])[]>;
  /** The text of the code in a picture; undefined where none is found, or the file is no picture. */
  readPicture(picture: Blob): Promise<string | undefined>;
  /** Shows the camera in an element and tells every text that is seen. */
  watchCamera(video: HTMLVideoElement, onText: (text: string) => void): Promise<CameraWatch>;
}

/** What the mini-apps page showed last. `at`: when it was told, server clock, ms. `recent`: the last opened first. `mine`: favourites and what is on the rail. `all`: the first page of all. */
export interface KeptApps {
  at: number;
  recent: readonly AppCard[];
  mine: readonly AppCard[];
  all: readonly AppCard[];
}

/** This device's copy of the mini-apps page: names and addresses, nothing of what is inside of the apps. Neither rejects; a device that cannot keep it shows nothing later. */
export interface AppShelf {
  read(): Promise<KeptApps | undefined>;
  /** Replaces parts of it; the others stay. */
  keep(part: Partial<KeptApps> & Pick<KeptApps, 'at'>): void;
}

/**
 * This device's copy of what the notes and albums of chats showed, by page, for when there is no network; and of what is being written there. Neither rejects; a device that cannot keep it shows nothing later. `data`: plain data, `undefined` forgets.
 */
export interface KeptShelf {
  read(c: ChatId, page: string): Promise<unknown>;
  keep(c: ChatId, page: string, data: unknown): void;
}

/** What the host of mini-apps needs of this browser. */
export interface MiniAppDevice {
  /**
   * Opens the line to the page in a frame: only that window and only that origin are heard and spoken to. What is not taken of the
   * page of `app` stands in the log, for developers. `onFlood`: the page sends so much that it must be stopped.
   */
  openBridge(line: {
    frame(): Window | null;
    app: AppId;
    origin: string;
    onCall(call: BridgeCall): void;
    onFlood(): void;
  }): { send<Event extends BridgeEvent>(event: Event, data: BridgeEvents[Event]): void; close(): void };
  /** Colours of the theme, `#rrggbb` by the names that apps know. */
  themeColors(): Record<string, string>;
  /** Where the device is, in degrees, and how exactly, in metres; undefined if the person or the browser says no, or nobody knows. */
  locate(): Promise<{ latitude: number; longitude: number; horizontal_accuracy: number } | undefined>;
  /** Text on the clipboard; undefined if the browser does not give it. Call it from a press. */
  readClipboard(): Promise<string | undefined>;
}

/** Everything a feature may use. Made by the composition root once a person is logged in. */
export interface Services {
  readonly me: { userId: UserId };
  readonly commands: Commands;
  readonly storage: DeviceStorage;
  readonly qr: QrTools;
  readonly appShelf: AppShelf;
  readonly keptShelf: KeptShelf;
  readonly stores: {
    chatList: StoreApi<ChatListState>;
    people: StoreApi<PeopleState>;
    health: StoreApi<HealthState>;
    session: StoreApi<SessionState>;
    tray: StoreApi<TrayState>;
    prefs: StoreApi<PrefsState>;
    drafts: StoreApi<DraftsState>;
    uploads: StoreApi<UploadsState>;
    media: StoreApi<MediaState>;
    hidden: StoreApi<HiddenState>;
    keeps: StoreApi<KeepsState>;
    alerts: StoreApi<AlertsState>;
    apps: StoreApi<AppsState>;
    openApps: StoreApi<OpenAppsState>;
  };
  /** Opens (or shares) the window of a chat; the engine is told that this tab shows it while it is open. */
  openChat(c: ChatId): ChatWindow;
  /**
   * The days of a month (`YYYY-MM`) on which a chat has messages this person may see. Calls `show` with what is on this device at once, and again with the
   * server's answer if there is one. Resolves after the last call; never rejects.
   */
  listDays(c: ChatId, month: string, show: (days: MonthDays) => void): Promise<void>;
  /**
   * Messages of a chat by their places, at most 50. Calls `show` with those on this device at once, and again with the server's answer about the others, if there is one: `null`
   * for what this person may not see. Resolves after the last call; never rejects.
   */
  findMessages(
    c: ChatId,
    seqs: readonly number[],
    show: (found: ReadonlyMap<number, Row | null>) => void,
  ): Promise<void>;
  /** Opens what was sent in a chat. Rejects without a network, when its code was never loaded. */
  openGallery(c: ChatId, kind: GalleryKind): Promise<Gallery>;
  /** Files that have arrived from this device in the last day, the newest first; none where the device cannot be read. Never rejects. */
  listSentFiles(): Promise<readonly SentFile[]>;
  /** Opens a mini-app over whatever is on screen; one that is open already comes to the front. */
  openApp(wish: AppWish): void;
  /** Somebody seems about to open this mini-app: its frame may begin. Nothing of the app runs, and nobody is told. */
  warmApp(app: AppId): void;
  /** Online-only requests: account, devices, find by handle, making and changing groups. Never rejects. */
  rpc<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Ack<RequestOutput<Name>>>;
  /**
   * Sends a picture; it is then named `m:<id>` in `account.update`, `chat.picture` or `community.profile`, within a day. `onProgress`: share that is on its way,
   * 0–1. Never rejects.
   */
  upload(purpose: MediaPurpose, picture: Blob, onProgress: (share: number) => void): Promise<Ack<MediaId>>;
  /** Loads what mini-apps need of the browser; few people open one. Rejects without a network, when it was never loaded. */
  loadMiniAppDevice(): Promise<MiniAppDevice>;
  /**
   * Sends a zip with the pages of a mini-app of mine; a manifest names it by the answer. `onProgress`: share that is on its way, 0–1. Never rejects; what is
   * wrong with the files is in `msg`, for their maker.
   */
  uploadBundle(app: AppId, file: Blob, onProgress: (share: number) => void): Promise<Ack<string>>;
  /** Loads what deals with photos, videos and files; it is then in `stores.media` too. Rejects without a network, when it was never loaded. */
  loadMedia(): Promise<MediaKit>;
  /** Reads what the person keeps into its store; after the first time it follows by itself. Rejects when the device cannot read. */
  loadKeeps(): Promise<void>;
  /** Asks the device once where it is: degrees, and how exactly, metres; or why nobody knows. Never rejects. Call it from a press. */
  locate(): Promise<{ la: number; lo: number; ac: number } | { problem: 'refused' | 'unknown' | 'late' }>;
  /** Fresh id for the `op` of a request. */
  newOp(): RequestInput<'account.update'>['op'];
  /** "I am typing"; call on every key, it is thinned here. */
  typing(c: ChatId): void;
  /** Asks the engine for cards of people it has not cached. */
  wantUsers(ids: UserId[]): void;
  /** Announces presence interest of this tab (people on screen). */
  watch(ids: UserId[]): void;
  /** Whether unsent work would be lost by logging out. */
  countUnsent(): Promise<number>;
  /** Ends the session and deletes this person's data on this device. */
  logOut(): Promise<void>;
  /** Account changes after account.update, so that the header follows at once. */
  setAccount(account: Account): void;
  /** Try to connect now. */
  reconnect(): void;
  /** Changes settings: those of the person travel, those of this device stay; see `personPrefs`. Shown at once. */
  setPrefs(change: Partial<PrefsState>): void;
  /** Asks the browser whether alerts may be shown, and keeps that the person wants them. Call it from a press. */
  allowAlerts(): Promise<void>;
  /** "Not now" to `stores.alerts.isOffered`. */
  postponeAlerts(): void;
  /** Loads the newer version of the app that `health.updateReady` announces. */
  applyUpdate(): void;
  /** device clock → server clock, ms */
  serverNow(): number;
}

/** What the log-in screens may use before a person is known. */
export interface EntryServices {
  signUp(input: { handle: string; name: string; password: string }): Promise<Ack<null>>;
  logIn(input: { handle: string; password: string }): Promise<Ack<null>>;
  /** People of the demo world; an error on other servers. */
  demoPeople(): Promise<Ack<{ handle: string; name: string; av?: string | undefined; id: number }[]>>;
  demoEnter(handle: string): Promise<Ack<null>>;
  /** Deletes the texts that `session.left` still holds; then nobody is known here any more. */
  forgetLeft(): Promise<void>;
  /** Looks and language are chosen before anybody is known. */
  readonly prefs: StoreApi<PrefsState>;
  setPrefs(change: Partial<PrefsState>): void;
  /** `ended`: the person's cache is still here, their session is not. `removed`: the server has logged this device out. */
  readonly session: StoreApi<SessionState>;
}

export const ServicesContext = createContext<Services | null>(null);
export const EntryContext = createContext<EntryServices | null>(null);

/** The services of the logged-in person. Throws outside of the provider, which is a bug. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useServices needs a ServicesContext provider');
  return services;
}

export function useEntryServices(): EntryServices {
  const services = useContext(EntryContext);
  if (!services) throw new Error('useEntryServices needs an EntryContext provider');
  return services;
}

/** Whether the connection stands. */
export const useIsLive = (): boolean => useStore(useServices().stores.health, ({ status }) => status.phase === 'live');

/** How often the connection has come back since the screen is shown: what could not be asked, or may have changed meanwhile, is asked for again with each. */
export function useComebacks(): number {
  const isLive = useIsLive();
  const [seen, setSeen] = useState({ isLive, count: 0 });
  if (seen.isLive !== isLive) setSeen({ isLive, count: seen.count + (isLive ? 1 : 0) });
  return seen.count;
}
