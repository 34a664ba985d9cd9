import type { Delta, ThreadNews } from '#protocol/entities/chat.ts';
import type { Row } from '#protocol/entities/messages.ts';
import { AppError, reactionTo } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import type { RequestInput, RequestOutput } from '#protocol/requests.ts';
import type { EngineEvent, EnginePhase, TabView } from '#sync/changes.ts';
import type { Clock, Random } from '#sync/ports.ts';
import { fakeLocks, type FakeLocks } from '#testing/fakeLocks.ts';
import { fakeChannel } from '#testing/fakeTab.ts';
import { memoryLocalStore, type MemoryLocalStore } from '#testing/memoryLocalStore.ts';
import { ownWrites } from './ownWrites.ts';
import { receiptShadow, type ReceiptShadow } from './receiptShadow.ts';
import { receiptWatch } from './receiptWatch.ts';
import { screenShadow, type ScreenShadow } from './screenShadow.ts';
import {
  answeredHeads,
  answeredThreads,
  previewOf,
  signalledHeads,
  signalledThreads,
  type ShownPreview,
} from './shownPreviews.ts';
import { shownRows } from './shownRows.ts';
import { worldNetwork, type WorldDoor, type WorldNetwork } from './worldNetwork.ts';
import type { WorldLogin, WorldServer } from './worldServer.ts';
import { worldTab, type WorldTab } from './worldTab.ts';
import { worldUploads, type WorldUploads } from './worldUploads.ts';

/** The place of a message as the server told it to its sender. */
export interface SentAck {
  readonly c: ChatId;
  readonly i: string;
  readonly s: number;
  readonly r: number;
  readonly n?: number | undefined;
}

/** What a store does with the next commits: lose one and with it the tab, keep one and lose the tab, refuse a few. */
export type CommitFate = 'dies before' | 'dies after' | 'refuses';

/** One browser of a person. */
export interface WorldDevice {
  readonly login: WorldLogin;
  readonly network: WorldNetwork;
  readonly locks: FakeLocks;
  readonly shadow: ScreenShadow;
  readonly receipts: ReceiptShadow;
  /** always at least one */
  readonly tabs: readonly WorldTab[];
  /** files on their way; a world without files has none */
  readonly uploads?: WorldUploads;
  /** handle on the database that no tab closes */
  readonly store: MemoryLocalStore;
  /** places of messages as the server told them, repeats included */
  readonly acks: readonly SentAck[];
  /** messages that the server refused while it took one behind them, whether or not the device heard of it: cids */
  readonly passed: ReadonlySet<string>;
  /** what the server was asked to keep, as it answered, and what it was asked not to keep any more: ids */
  readonly kept: { readonly added: ReadonlySet<string>; readonly dropped: ReadonlySet<string> };
  /** content that reached this device by whatever way */
  readonly seen: readonly (ShownPreview | { c: ChatId; row: Row })[];
  /** where threads stand, as this device was told by whatever way */
  readonly told: readonly ThreadNews[];
  /** what the engines did that they must not, in words */
  readonly broken: string[];
  /** commits of its database so far */
  commits(): number;
  /** Its engine says that it is up to date and hears of everything. */
  isLive(): boolean;
  openTab(): WorldTab;
  /** The tab declares what it shows, as often as an engine asks. */
  show(tab: WorldTab, view: Omit<TabView, 'tab'>): void;
  /** What each open tab shows. */
  views(): readonly TabView[];
  /** The tab dies without a word; if it was the last one, another opens on the same database. */
  killTab(tab: WorldTab): void;
  /** The tab is closed by its person; likewise. */
  closeTab(tab: WorldTab): void;
  /** What happens at the n-th commit from now. */
  planCommit(count: number, fate: CommitFate): void;
  /** The next row of somebody else that the server pushes arrives as something that cannot be stored. */
  spoilRow(): void;
  /** Moves the device's wall clock by `ms`. */
  jump(ms: number): void;
  stop(): Promise<void>;
}

interface Parts {
  readonly server: WorldServer;
  readonly clock: Clock;
  /** chance for one more tab */
  chance(): Random;
  /** its people send files */
  readonly hasFiles?: boolean;
}

/** Makes a browser with one tab. */
export function worldDevice({ server, clock: base, chance, hasFiles }: Parts, login: WorldLogin): WorldDevice {
  const skew = { ms: 0 };
  const clock: Clock = { now: () => base.now() + skew.ms, elapsed: base.elapsed, after: base.after };
  const broken: string[] = [];
  const kept = { added: new Set<string>(), dropped: new Set<string>() };
  const notes: Notes = { acks: [], passed: new Set(), seen: [], told: [], kept, broken, spoil: 0, commits: 0 };
  const store = memoryLocalStore();
  const midIn = (c: ChatId): number | undefined => store.dump('chats').find((chat) => chat.c === c)?.me.mid;
  const network = worldNetwork(watchedDoor(server, { login, midIn }, notes), clock);
  const uploads = hasFiles ? filesOf(server, login, network) : undefined;
  const shadow = screenShadow((cid) => notes.acks.findLast(({ i }) => i === cid)?.s, base.elapsed);
  const receipts = receiptShadow();
  const locks = fakeLocks({ isSlow: true });
  const channel = fakeChannel();
  const tabs: WorldTab[] = [];
  const views = new Map<string, TabView>();
  let opened = 0;
  let phase: EnginePhase = 'boot';
  const remove = (tab: WorldTab, end: () => void): void => {
    end();
    views.delete(tab.name);
    tabs.splice(tabs.indexOf(tab), 1);
    if (tabs.length === 0) device.openTab();
  };
  const device: WorldDevice = {
    ...{ login, network, locks, shadow, receipts, tabs, store, broken, ...(uploads && { uploads }) },
    ...{ acks: notes.acks, passed: notes.passed, seen: notes.seen, told: notes.told, kept },
    isLive: () => phase === 'live' && tabs.some(({ engine }) => engine.isLeading()),
    openTab() {
      opened += 1;
      const name = `tab-${opened}`;
      const heard = (event: EngineEvent): void => {
        const view = views.get(name);
        if (event.t === 'status' && event.status.phase !== 'follower') phase = event.status.phase;
        // A new engine does not know what its tabs show.
        if (event.t === 'status' && event.status.phase === 'boot' && view) tab.line.call({ t: 'view', view });
        if (event.t === 'receipts') receipts.hear(name, event);
      };
      const own = { name, store, locks, clock, random: chance(), channel: channel(name), heard };
      const tab: WorldTab = worldTab({ ...own, login, network, uploads, broken: (what) => void broken.push(what) });
      tabs.push(tab);
      return tab;
    },
    show: (tab, view) => showOn({ tabs, views, receipts }, tab, view),
    views: () => [...views.values()],
    commits: () => notes.commits,
    killTab: (tab) => remove(tab, tab.die),
    closeTab: (tab) => remove(tab, () => void tab.close()),
    planCommit: planCommits({ store, shadow, notes }, () => [...tabs].forEach((tab) => device.killTab(tab))),
    spoilRow: () => void (notes.spoil += 1),
    jump: (ms) => void (skew.ms += ms),
    stop: () => stopAll(tabs, locks),
  };
  return device;
}

interface Screens {
  readonly tabs: readonly WorldTab[];
  readonly views: Map<string, TabView>;
  readonly receipts: ReceiptShadow;
}

/** Nobody has more on all screens than the server lets him show: other tabs put away what they have. */
function showOn({ tabs, views, receipts }: Screens, tab: WorldTab, view: Omit<TabView, 'tab'>): void {
  const open = view.open.slice(-limits.openChatsMax);
  const declare = ({ name, line }: WorldTab, shown: Omit<TabView, 'tab'>): void => {
    const whole = { ...shown, tab: name };
    receipts.show(name, whole.open);
    views.set(name, whole);
    line.call({ t: 'view', view: whole });
  };
  for (const other of tabs) {
    const shown = views.get(other.name);
    const rest = [...views.values()].filter(({ tab: name }) => name !== tab.name).flatMap((one) => one.open);
    if (other === tab || !shown || new Set([...rest, ...open]).size <= limits.openChatsMax) continue;
    declare(other, { ...shown, open: [] });
  }
  declare(tab, { ...view, open });
}

const filesOf = (server: WorldServer, login: WorldLogin, network: WorldNetwork): WorldUploads =>
  worldUploads(
    network,
    (file, at, count) => server.bring(login, { file, ...(at === undefined ? {} : { at, count: count ?? 0 }) }),
    async (id) => {
      await server.storage.run('dropUpload', { id, owner: login.user }).catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error;
      });
    },
  );

async function stopAll(tabs: readonly WorldTab[], locks: FakeLocks): Promise<void> {
  for (const tab of tabs) tab.thaw();
  const engines = tabs.map(({ engine }) => engine.stop());
  locks.tellLosers();
  await Promise.all(engines);
}

/** Shows each commit to the screens, and lets the planned one fail. */
function planCommits(
  { store, shadow, notes }: { store: MemoryLocalStore; shadow: ScreenShadow; notes: Notes },
  killAll: () => void,
): WorldDevice['planCommit'] {
  const plan = { left: 0, fate: 'refuses' as CommitFate };
  store.onCommit((batch) => {
    notes.commits += 1;
    const isDue = plan.left > 0 && (plan.left -= 1) === 0;
    const fault = !isDue ? undefined : plan.fate === 'dies after' ? 'after' : 'before';
    if (fault !== 'before') shadow.take(batch);
    // The whole browser ends: nobody can tell which of its tabs wrote.
    if (isDue && plan.fate !== 'refuses') killAll();
    return fault;
  });
  return (count, fate) => void Object.assign(plan, { left: count, fate });
}

interface Notes {
  readonly acks: SentAck[];
  readonly passed: Set<string>;
  readonly seen: (ShownPreview | { c: ChatId; row: Row })[];
  readonly told: ThreadNews[];
  readonly kept: { readonly added: Set<string>; readonly dropped: Set<string> };
  readonly broken: string[];
  /** how many rows are still to be spoiled */
  spoil: number;
  commits: number;
}

interface Person {
  readonly login: WorldLogin;
  /** the person's number in a chat, as the device knows it */
  midIn(c: ChatId): number | undefined;
}

/** What was refused for good in front of a message that was taken. One that is there with another text has its place. */
function passedIn(items: RequestOutput<'message.send'>['items']): string[] {
  const last = items.findLastIndex((item) => 's' in item);
  return items
    .slice(0, Math.max(last, 0))
    .flatMap((item) =>
      'code' in item && item.code !== 'CID_MISMATCH' && reactionTo(item.code) === 'never' ? [item.i] : [],
    );
}

/** The server as this device reaches it. What it is shown is noted when the server sends it, whether or not it arrives. */
function watchedDoor(server: WorldServer, { login, midIn }: Person, notes: Notes): WorldDoor {
  const note = (c: ChatId, rows: readonly Row[] | undefined): void => {
    for (const row of rows ?? []) if (row.del === undefined) notes.seen.push({ c, row });
  };
  const own = ownWrites((what) => void notes.broken.push(what));
  const door = server.door(login, (name, input, ack) => {
    if (name === 'keep.drop') notes.kept.dropped.add((input as RequestInput<'keep.drop'>).i);
    if (!ack.ok) return;
    if (name === 'keep.add') notes.kept.added.add((ack.data as RequestOutput<'keep.add'>).kept.i);
    for (const { c, rows } of shownRows(name, input, ack.data)) note(c, rows);
    notes.seen.push(...answeredHeads(name, ack.data).flatMap(previewOf));
    notes.told.push(...answeredThreads(name, ack.data));
    if (name !== 'message.send') return;
    const { items } = ack.data as RequestOutput<'message.send'>;
    const { c } = input as { c: ChatId };
    for (const item of items) if ('s' in item) notes.acks.push({ c, i: item.i, s: item.s, r: item.r, n: item.n });
    for (const i of passedIn(items)) notes.passed.add(i);
  });
  return {
    ...door,
    async request(from, name, input) {
      const ended = own.begin();
      const ack = await door.request(from, name, input);
      if (ack.ok) ended(name, input, ack.data);
      return ack;
    },
    accept(end, auth, admit) {
      const { delta, signal } = end;
      const watch = receiptWatch((what) => void notes.broken.push(what));
      end.signal = (one) => {
        watch.signal(one);
        notes.seen.push(...signalledHeads(one).flatMap(previewOf));
        notes.told.push(...signalledThreads(one));
        signal(one);
      };
      end.delta = (deltas) => {
        for (const { c, rows, head } of deltas) {
          note(c, rows);
          watch.head(head);
          notes.seen.push(...previewOf(head));
        }
        delta(deltas.map((one) => (notes.spoil === 0 ? one : spoil(one, midIn(one.c), notes))));
      };
      return door.accept(end, auth, admit);
    },
  };
}

/** I15: a row with a broken id. Not my own one, which would be missing where its text waits to be replaced by it. */
function spoil(delta: Delta, me: number | undefined, notes: Notes): Delta {
  const at = (delta.rows ?? []).findIndex((row) => Number(row.u) !== me && row.m === undefined);
  if (me === undefined || at < 0 || notes.spoil === 0) return delta;
  notes.spoil -= 1;
  const rows = (delta.rows ?? []).map((row, index) => (index === at ? { ...row, i: 7 as never } : row));
  return { ...delta, rows };
}
