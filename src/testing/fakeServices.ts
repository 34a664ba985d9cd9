import { createStore } from 'zustand/vanilla';
import type {
  ChatDay,
  ChatWindow,
  DeviceStorage,
  EntryServices,
  KeptApps,
  Services,
  StorageReport,
} from '#client/context.ts';
import { createOpenAppsStore } from '#client/stores/openAppsStore.ts';
import { createAppsStore } from '#client/stores/appsStore.ts';
import { createAlertsStore, type AlertsState } from '#client/stores/alertsStore.ts';
import { applyChatList } from '#client/stores/applyChatList.ts';
import { createChatListStore } from '#client/stores/chatListStore.ts';
import { createDraftsStore } from '#client/stores/draftsStore.ts';
import { createHealthStore, type HealthState } from '#client/stores/healthStore.ts';
import { createPeopleStore, projectPeople, type PeopleState } from '#client/stores/peopleStore.ts';
import { applyHidden, createHiddenStore } from '#client/stores/hiddenStore.ts';
import { createPrefsStore, toPrefs, type PrefsState } from '#client/stores/prefsStore.ts';
import { createSessionStore } from '#client/stores/sessionStore.ts';
import { createMediaStore } from '#client/stores/mediaStore.ts';
import { createTrayStore } from '#client/stores/trayStore.ts';
import { createUploadsStore, projectUploads } from '#client/stores/uploadsStore.ts';
import { emptyChatWindow, type ChatWindowState } from '#client/stores/chatWindowStore.ts';
import type { StoredPref } from '#domain/chatFolders.ts';
import type { Account, Contact, UserCard } from '#protocol/entities/user.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import type { Ack } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toCid, toDeviceId, toOpId } from '#protocol/casts.ts';
import type { Kept } from '#protocol/entities/kept.ts';
import type { Row } from '#protocol/entities/messages.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import type { DraftRow, LocalChat, OutboxEntry, UploadRow } from '#sync/changes.ts';
import type { ChatSettings, Commands } from '#sync/commands.ts';
import { fakeKeepCommands, fakeLateThings, seededKeeps, type FakeKept } from './fakeKeeps.ts';
import { fakeGalleries, type FakeGalleries } from './fakeGallery.ts';
import { fakeMediaKit } from './fakeMediaKit.ts';
import { fakeQr } from './fakeQr.ts';
import { sampleMe, sampleNow } from './samplePeople.ts';

/** Canned answers by request; a request without one answers UNAVAILABLE, as a dead network does. */
export type FakeAnswers = {
  [Name in RequestName]?: (input: RequestInput<Name>) => Ack<RequestOutput<Name>> | Promise<Ack<RequestOutput<Name>>>;
};

/** What a fake device holds at the start. */
export interface FakeSeed {
  account?: Account;
  users?: readonly UserCard[];
  contacts?: readonly Contact[];
  /** who is here now */
  online?: readonly UserId[];
  /** how an upload ends */
  upload?: () => ReturnType<Services['upload']>;
  /** how an upload of the pages of a mini-app ends */
  uploadBundle?: () => ReturnType<Services['uploadBundle']>;
  /** in the order of the list */
  chats?: readonly LocalChat[];
  windows?: readonly ChatWindowState[];
  drafts?: readonly DraftRow[];
  keeps?: readonly Kept[];
  /** what the device kept of notes and albums, by page */
  shelf?: FakeKept;
  /** where the device is; absent = it cannot find out */
  located?: Awaited<ReturnType<Services['locate']>>;
  /** files on their way */
  uploads?: readonly UploadRow[];
  /** files that have arrived */
  sentFiles?: Awaited<ReturnType<Services['listSentFiles']>>;
  /** photos, videos and files cannot be loaded: there is no network, and there never was */
  hasNoMedia?: boolean;
  tray?: readonly OutboxEntry[];
  prefs?: Partial<PrefsState>;
  /** folders and archive */
  folderPrefs?: readonly StoredPref[];
  health?: Partial<HealthState>;
  alerts?: Partial<AlertsState>;
  answers?: FakeAnswers;
  storage?: StorageReport;
  /** what a picture or the camera shows; absent = no code in pictures, no camera */
  scanned?: string;
  /** what this device kept of the mini-apps page */
  keptApps?: KeptApps;
  /** messages that replies point at, by chat; absent = no network */
  originals?: ReadonlyMap<ChatId, readonly Row[]>;
  /** what was sent in every chat */
  galleries?: FakeGalleries;
  /** days with messages of every chat */
  days?: readonly ChatDay[];
}

/** One use of the fake, for tests that ask what a screen did. */
export interface FakeCall {
  name: string;
  input: unknown;
}

/** Services in memory: commands change the stores at once, requests get canned answers, and everything is written down in `calls`. */
export type FakeServices = Services & { readonly calls: FakeCall[] };

const noteApps = (note: Note): Pick<Services, 'openApp' | 'warmApp' | 'loadMiniAppDevice'> => ({
  openApp: (wish) => note('openApp', wish),
  warmApp: (app) => note('warmApp', app),
  loadMiniAppDevice: () =>
    Promise.resolve({
      openBridge: () => ({ send: () => undefined, close: () => undefined }),
      themeColors: () => ({ bg_color: '#ffffff' }),
      locate: () => Promise.resolve(undefined),
      readClipboard: () => Promise.resolve(undefined),
    }),
});

const fakeUploading = (seed: FakeSeed, note: Note): Pick<Services, 'upload' | 'uploadBundle'> => ({
  async upload(purpose, picture, onProgress) {
    note('upload', { purpose, size: picture.size });
    onProgress(0.5);
    return (await seed.upload?.()) ?? { ok: false, code: 'UNAVAILABLE' };
  },
  async uploadBundle(app, file, onProgress) {
    note('uploadBundle', { app, size: file.size });
    onProgress(0.5);
    return (await seed.uploadBundle?.()) ?? { ok: false, code: 'UNAVAILABLE' };
  },
});

/** Makes services for stories and tests. */
export function createFakeServices(seed: FakeSeed = {}): FakeServices {
  const calls: FakeCall[] = [];
  const stores = seedStores(seed);
  const answers: Record<string, ((input: never) => unknown) | undefined> = seed.answers ?? {};
  const note = (name: string, input: unknown) => void calls.push({ name, input });
  return {
    calls,
    me: { userId: (seed.account ?? sampleMe).id },
    stores,
    commands: fakeCommands(stores, note),
    qr: fakeQr(seed.scanned, note),
    storage: fakeStorage(seed.storage ?? { chats: [] }, note),
    appShelf: { read: async () => seed.keptApps, keep: (kept) => note('keepApps', kept) },
    ...noteApps(note),
    openChat: (c) => fakeWindow(c, seed, stores, note),
    async findMessages(c, seqs, show) {
      note('findMessages', { c, seqs });
      const rows = seed.originals?.get(c);
      if (rows) show(new Map(seqs.map((s) => [s, rows.find((row) => row.s === s) ?? null])));
    },
    async listDays(c, month, show) {
      note('listDays', { c, month });
      const days = seed.days?.filter(({ day }) => day.startsWith(month)) ?? [];
      show({ days, isWhole: seed.days !== undefined });
    },
    async rpc(name, input) {
      note(name, input);
      const answer = answers[name]?.(input as never) ?? { ok: false, code: 'UNAVAILABLE' };
      return (await Promise.resolve(answer)) as Ack<RequestOutput<typeof name>>;
    },
    ...fakeUploading(seed, note),
    listSentFiles: async () => seed.sentFiles ?? [],
    openGallery: fakeGalleries(seed.galleries, note),
    ...fakeLateThings(seed.located, note, seed.shelf),
    async loadMedia() {
      if (seed.hasNoMedia) throw new Error('no network');
      const kit = stores.media.getState().kit ?? fakeMediaKit(note);
      stores.media.setState({ kit });
      return kit;
    },
    newOp: () => toOpId(`00000000-0000-4000-8000-${String(calls.length).padStart(12, '0')}`),
    typing: (c) => note('typing', c),
    wantUsers: (ids) => note('wantUsers', ids),
    watch: (ids) => note('watch', ids),
    countUnsent: async () => stores.tray.getState().entries.length,
    logOut: async () => note('logOut', undefined),
    setAccount(account) {
      note('setAccount', account);
      stores.session.setState({ account });
    },
    reconnect: () => note('reconnect', undefined),
    setPrefs: (change) => stores.prefs.setState((prefs) => toPrefs(prefs, change)),
    allowAlerts: async () => stores.alerts.setState({ permission: 'granted', isOffered: false }),
    postponeAlerts: () => stores.alerts.setState({ isOffered: false }),
    applyUpdate: () => note('applyUpdate', undefined),
    serverNow: () => sampleNow,
  };
}

/** Services of the log-in pages; anything not given refuses like a server without a demo world. */
export function createFakeEntryServices(
  answers: Partial<Omit<EntryServices, 'prefs' | 'setPrefs' | 'session'>> = {},
): EntryServices {
  const prefs = createPrefsStore();
  const refuse = async () => ({ ok: false as const, code: 'NOT_FOUND' as const });
  return {
    signUp: async () => ({ ok: true, data: null }),
    logIn: async () => ({ ok: true, data: null }),
    demoPeople: refuse,
    demoEnter: refuse,
    forgetLeft: async () => undefined,
    ...answers,
    prefs,
    setPrefs: (change) => prefs.setState((state) => toPrefs(state, change)),
    session: createSessionStore(),
  };
}

type Stores = Services['stores'];
type Note = (name: string, input: unknown) => void;

function seedStores(seed: FakeSeed): Stores {
  const account = seed.account ?? sampleMe;
  const chatList = createChatListStore();
  const chats = seed.chats ?? [];
  chatList.setState({
    loaded: true,
    chats: new Map(chats.map((chat) => [chat.c, chat])),
    order: chats.map((chat) => chat.c),
    totalUnread: chats.reduce((sum, chat) => sum + chat.unread, 0),
  });
  putPrefs({ chatList }, seed.folderPrefs ?? []);
  const people = createPeopleStore();
  people.setState((state) => projectPeople(state, { users: seed.users ?? [], contacts: seed.contacts ?? [] }));
  people.setState({ presence: new Map((seed.online ?? []).map((id) => [id, { state: 1 }])) });
  const session = createSessionStore();
  const deviceId = toDeviceId('00000000-0000-4000-8000-00000000d001');
  session.setState({ state: 'in', userId: account.id, deviceId, account });
  const health = createHealthStore();
  health.setState({ status: { phase: 'live', clockOffset: 0 }, ...seed.health });
  const drafts = createDraftsStore();
  drafts.setState({ loaded: true, drafts: new Map((seed.drafts ?? []).map((draft) => [draft.c, draft])) });
  const uploads = createUploadsStore();
  uploads.setState(projectUploads(seed.uploads ?? []));
  const tray = createTrayStore();
  tray.setState({ entries: seed.tray ?? [] });
  const alerts = createAlertsStore('default');
  alerts.setState(seed.alerts ?? {});
  return {
    chatList,
    people,
    health,
    session,
    tray,
    drafts,
    uploads,
    media: createMediaStore(),
    alerts,
    hidden: createHiddenStore(),
    keeps: seededKeeps(seed.keeps ?? []),
    apps: createAppsStore(),
    openApps: createOpenAppsStore(),
    prefs: createPrefsStore(seed.prefs),
  };
}

function putPrefs({ chatList }: Pick<Stores, 'chatList'>, prefs: readonly StoredPref[]): void {
  const put = prefs.map((pref) => ({ ...pref, urev: 1 }));
  chatList.setState((state) => applyChatList(state, { num: 1, tables: { prefs: { put, del: [] } } }, sampleNow), true);
}

/** Commands that only touch the stores; what has no visible effect here is written down and nothing else. */
function fakeCommands(stores: Stores, note: Note): Commands {
  const written = (name: string) => async (input: unknown) => note(name, input);
  return {
    async sendMessage(input) {
      note('sendMessage', input);
      return toCid('00000000-0000-7000-8000-000000000001');
    },
    editMessage: written('editMessage'),
    async scheduleMessage(input) {
      note('scheduleMessage', input);
      return toCid(crypto.randomUUID());
    },
    unsendMessage: written('unsendMessage'),
    setReaction: written('setReaction'),
    setVote: written('setVote'),
    dropLink: written('dropLink'),
    markRead: written('markRead'),
    async takeThread(input) {
      note('takeThread', input);
    },
    async setChat(input) {
      note('setChat', input);
      stores.chatList.setState(({ chats }) => ({ chats: withSettings(chats, input.c, input.set) }));
    },
    async saveDraft(draft) {
      note('saveDraft', draft);
      stores.drafts.setState(({ drafts }) => ({
        drafts: new Map([...drafts, [draft.c, { ...draft, updated: sampleNow }]]),
      }));
    },
    async setContact(input) {
      note('setContact', input);
      stores.people.setState((people) => withContact(people, input));
    },
    async setPref(input) {
      note('setPref', input);
      putPrefs(stores, [input]);
    },
    async hideMessages(input) {
      note('hideMessages', input);
      const put = input.seqs.map((s) => ({ c: input.c, s }));
      stores.hidden.setState((state) => applyHidden(state, { num: 1, tables: { hidden: { put, del: [] } } }), true);
    },
    ...fakeKeepCommands(stores.keeps, note),
    retryEntry: written('retryEntry'),
    discardEntry: written('discardEntry'),
    editEntry: written('editEntry'),
    changeUpload: written('changeUpload'),
  };
}

function fakeStorage(first: StorageReport, note: Note): DeviceStorage {
  let report = first;
  const change = (work: (chat: StorageReport['chats'][number]) => StorageReport['chats'][number]): void => {
    report = { ...report, chats: report.chats.map(work) };
  };
  return {
    measure: async () => report,
    async keepChat(c, isKept) {
      note('keepChat', { c, isKept });
      change((chat) => (chat.c === c ? { ...chat, isKept } : chat));
    },
    async clear(c) {
      note('clear', c);
      change((chat) => (c === undefined || chat.c === c ? { ...chat, rows: 0, bytes: 0 } : chat));
    },
  };
}

function withSettings(chats: ReadonlyMap<ChatId, LocalChat>, c: ChatId, set: ChatSettings): Map<ChatId, LocalChat> {
  const next = new Map(chats);
  const chat = chats.get(c);
  if (!chat) return next;
  const { mu: _mute, pin: _pin, ...me } = chat.me;
  const mute = set.mute ?? chat.me.mu ?? 0;
  const pin = set.pin ?? chat.me.pin ?? 0;
  return next.set(c, {
    ...chat,
    me: { ...me, nt: set.notify ?? me.nt, ...(mute > 0 ? { mu: mute } : {}), ...(pin > 0 ? { pin } : {}) },
  });
}

function withContact(
  state: PeopleState,
  { user, state: st, alias }: { user: UserId; state: number; alias?: string },
): PeopleState {
  const known = state.rows.contacts.get(user);
  const card = known?.card ?? state.users.get(user);
  if (!card) return state;
  const kept = st === contactState.removed ? undefined : (alias ?? known?.alias);
  const contact: Contact = { u: user, st, urev: (known?.urev ?? 0) + 1, card, ...(kept ? { alias: kept } : {}) };
  const contacts = [...state.rows.contacts.values()].filter((row) => row.u !== user);
  return projectPeople(state, { users: [...state.rows.users.values()], contacts: [...contacts, contact] });
}

function fakeWindow(c: ChatId, seed: FakeSeed, stores: Stores, note: Note): ChatWindow {
  const given = seed.windows?.find((state) => state.c === c);
  const chat = stores.chatList.getState().chats.get(c);
  const store = createStore<ChatWindowState>(
    () => given ?? { ...emptyChatWindow(c), loaded: true, chat, atStart: true, atEnd: true },
  );
  return {
    store,
    loadOlder: () => note('loadOlder', c),
    loadNewer: () => note('loadNewer', c),
    look: () => undefined,
    async jumpTo(target, onLeave) {
      note('jumpTo', target);
      onLeave?.();
      return undefined;
    },
    see: (seq) => note('see', seq),
    close: () => note('close', c),
  };
}
