import type { StoreApi } from 'zustand/vanilla';
import type { ChatWindow } from '#client/context.ts';
import { applyChatWindow, extendChatWindow, projectChatWindow } from '#client/stores/applyChatWindow.ts';
import { mergeReceipts } from '#client/stores/mergeReceipts.ts';
import { createChatWindowStore, type ChatWindowState } from '#client/stores/chatWindowStore.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { ChangeBatch, EngineEvent, LocalChat } from '#sync/changes.ts';
import type { Clock, LocalStore, Log, Random, TabLine } from '#sync/ports.ts';
import { createProjection } from '../createProjection.ts';
import { askHistory, type HistoryWish } from './askHistory.ts';
import { readNewer, readOlder, type Page } from './readPage.ts';
import { readWindow, windowTables, type WindowTarget } from './readWindow.ts';

/** What a window needs from around it. */
export interface ChatWindowDeps {
  store: LocalStore;
  line: TabLine;
  clock: Clock;
  random: Random;
  log: Log;
  /** whether the engine has a live connection: only then is it worth waiting for history before the first picture */
  isLive(): boolean;
  /** people whose names the window will show */
  wantUsers(ids: UserId[]): void;
}

/** A window together with what feeds it. */
export interface FedChatWindow extends Omit<ChatWindow, 'close'> {
  take(batch: ChangeBatch): void;
  hear(event: EngineEvent): void;
  /** Reads the same span again, after a lost batch. */
  reload(): void;
}

/** Waits for history, ms: while a skeleton is shown, and behind a picture. */
const firstWaitMs = 3_000;
const waitMs = 20_000;

/** Opens the window of a chat at its first unread message and begins to read. */
export function createChatWindow(deps: ChatWindowDeps, c: ChatId): FedChatWindow {
  const store = createChatWindowStore(c);
  let target: WindowTarget = 'unread';
  /** batches that came while a page was being read: they are applied once more over the page, which may be older */
  let during: ChangeBatch[] | undefined;

  const projection = createProjection({
    read: () => readWindow(deps.store, c, target),
    show: (rows) => {
      const isFirst = typeof target === 'string' || !('again' in target);
      store.setState((state) => {
        const shown = projectChatWindow(state, rows, rows.span);
        return isFirst ? { ...shown, unreadFrom: rows.unreadFrom ?? state.unreadFrom, problem: undefined } : shown;
      }, true);
      missing = rows.missing;
      target = { again: rows.span };
    },
    apply: (batch) => {
      during?.push(batch);
      store.setState((state) => applyChatWindow(state, batch), true);
    },
  });
  let missing: number | undefined;

  const show = async (next: WindowTarget): Promise<void> => {
    target = next;
    await projection.load();
    if (missing !== undefined && deps.isLive()) {
      await askHistory(deps, c, { around: missing }, firstWaitMs);
      target = next;
      await projection.load();
    }
    const state = store.getState();
    deps.wantUsers([...state.members.keys()] as UserId[]);
    // A newest page that is not cached, or a cut of it: fetch what belongs to it without being asked.
    if (state.chat && state.messages.length < 10 && !state.atStart) older();
  };

  const open = (next: WindowTarget): Promise<void> =>
    show(next).catch((error: unknown) => {
      deps.log.warn('window.unreadable', { c, error: String(error) });
      store.setState({ loaded: true, problem: 'UNAVAILABLE' });
    });
  const extend = pager(deps, store, {
    begin: () => (during = []),
    end: () => {
      const batches = during ?? [];
      during = undefined;
      return batches;
    },
  });
  const older = (): void => extend('older');
  void open('unread');
  return {
    store,
    loadOlder: older,
    loadNewer: () => extend('newer'),
    jumpTo: open,
    take(batch) {
      const before = store.getState();
      projection.take(batch);
      const after = store.getState();
      // The chat's first rows have arrived: the empty window lies above them and has to be placed anew.
      const wasEmpty = before.loaded && (!before.chat || before.chat.sync.state === 'none');
      if (wasEmpty && after.chat && after.chat.sync.state !== 'none') void open('unread');
      if (after.holes !== before.holes && deps.isLive()) fillNewestHole(deps, store);
    },
    hear: (event) => hear(deps, store, event),
    reload: () => {
      void open({ again: store.getState().span });
    },
  };
}

type Side = 'older' | 'newer';

/** Extends a window to one side: from the cache, else through the engine, else over the hole to what the cache has behind it. */
function pager(
  deps: ChatWindowDeps,
  store: StoreApi<ChatWindowState>,
  recording: { begin(): void; end(): ChangeBatch[] },
): (side: Side) => void {
  const { c } = store.getState();
  const set = (side: Side, isLoading: boolean, problem?: ErrorCode): void =>
    store.setState((state) => ({ loading: { ...state.loading, [side]: isLoading }, problem }));
  /** whether the window has grown */
  const fromCache = async (side: Side, overHoles: boolean): Promise<boolean> => {
    recording.begin();
    const reading = readSide(deps.store, c, side, store.getState().span, overHoles);
    const page = await reading.catch((error: unknown) => {
      recording.end();
      throw error;
    });
    const batches = recording.end();
    if (!page) return false;
    store.setState((state) => {
      const joined =
        side === 'older' ? { from: page.span.from, to: state.span.to } : { from: state.span.from, to: page.span.to };
      return batches.reduce(applyChatWindow, extendChatWindow(state, page.messages, joined));
    }, true);
    return page.messages.length > 0;
  };
  const run = async (side: Side): Promise<ErrorCode | undefined> => {
    if (await fromCache(side, false)) return undefined;
    const { span, chat, atStart, atEnd } = store.getState();
    if (side === 'older' ? atStart : atEnd) return undefined;
    const wish: HistoryWish = side === 'older' ? { before: topOf(chat, span.from) } : { after: span.to };
    const problem = await askHistory(deps, c, wish, waitMs);
    if (await fromCache(side, false)) return undefined;
    return problem !== undefined && (await fromCache(side, true)) ? undefined : problem;
  };
  return (side) => {
    const state = store.getState();
    // One page at a time: both sides share the record of batches.
    if (!state.loaded || !state.chat || state.loading.older || state.loading.newer) return;
    if (side === 'older' ? state.atStart : state.atEnd) return;
    set(side, true);
    run(side).then(
      (problem) => set(side, false, problem),
      () => set(side, false, 'UNAVAILABLE'),
    );
  };
}

function readSide(
  store: LocalStore,
  c: ChatId,
  side: Side,
  span: { from: number; to: number },
  overHoles: boolean,
): Promise<Page | undefined> {
  return store.read([...windowTables], async (tx) => {
    const chat = await tx.get('chats', c);
    if (!chat) return undefined;
    if (side === 'newer') return readNewer(tx, chat, span.to, overHoles);
    return readOlder(tx, chat, topOf(chat, span.from), overHoles);
  });
}

/** Where "older" begins. An empty window without a synced tail lies above everything: there it is above the newest message. */
function topOf(chat: LocalChat | undefined, from: number): number {
  return Math.min(from, (chat?.head.ls ?? 0) + 1);
}

function hear(deps: ChatWindowDeps, store: StoreApi<ChatWindowState>, event: EngineEvent): void {
  const { c } = store.getState();
  if (event.t === 'receipts' && event.c === c) {
    store.setState((state) => ({ receipts: mergeReceipts(state.receipts, event.steps, event.v > 0) }));
  }
  if (event.t === 'peerRead' && event.c === c) {
    store.setState((state) => ({ peerRead: Math.max(state.peerRead, event.rs) }));
  }
  // Back on line: holes that were jumped over fill themselves.
  if (event.t === 'status' && event.status.phase === 'live') fillNewestHole(deps, store);
}

/** The newest hole first; each answer makes it smaller, and its change asks for the rest. */
function fillNewestHole(deps: ChatWindowDeps, store: StoreApi<ChatWindowState>): void {
  const { c, holes } = store.getState();
  const newest = holes.at(-1);
  if (newest) void askHistory(deps, c, { before: newest.to + 1 }, waitMs);
}
