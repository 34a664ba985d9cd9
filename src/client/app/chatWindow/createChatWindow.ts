import { isPlace } from '#domain/chatTraits.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { ChatWindow } from '#client/context.ts';
import { applyChatWindow, projectChatWindow } from '#client/stores/applyChatWindow.ts';
import { createChatWindowStore, type ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { mergeReceipts } from '#client/stores/mergeReceipts.ts';
import { spanAt } from '#client/stores/cachedSpans.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { ChangeBatch, EngineEvent, LocalChat } from '#sync/changes.ts';
import { createProjection } from '../createProjection.ts';
import { askHistory } from './askHistory.ts';
import type { ChatWindowDeps } from './ChatWindowDeps.ts';
import { createHoleFiller } from './createHoleFiller.ts';
import { createPager } from './createPager.ts';
import { readWindow, type ReadWindow, type WindowTarget } from './readWindow.ts';

/** A window together with what feeds it. */
export interface FedChatWindow extends Omit<ChatWindow, 'close'> {
  take(batch: ChangeBatch): void;
  hear(event: EngineEvent): void;
  /** Reads the same span again, after a lost batch. */
  reload(): void;
}

/** How long a skeleton may wait for history, ms. */
const firstWaitMs = 3_000;
/** How long a jump may wait for the messages around its goal, ms. The reader stays where they are meanwhile. */
const jumpWaitMs = 10_000;
/** A window that opens with fewer messages asks for more by itself: a screen should be full. */
const fewMessages = 10;

/** Opens the window of a chat at its first unread message and begins to read. */
export function createChatWindow(deps: ChatWindowDeps, c: ChatId): FedChatWindow {
  const store = createChatWindowStore(c);
  const pager = createPager(deps, store);
  const filler = createHoleFiller(deps, store);
  const place = createPlace(deps, store, (batch) => pager.note(batch));
  const open = async (target: WindowTarget): Promise<void> => {
    try {
      await place.show(target);
    } catch (error) {
      deps.log.warn('window.unreadable', { c, error: String(error) });
      store.setState({ loaded: true, problem: 'UNAVAILABLE' });
    }
    const { members, chat, messages, atStart } = store.getState();
    // In communities members are not accounts.
    if (chat && !isPlace(chat.kind)) deps.wantUsers([...members.keys()] as UserId[]);
    if (chat && messages.length < fewMessages && !atStart) pager.extend('older');
  };
  void open('unread');
  return {
    store,
    loadOlder: () => pager.extend('older'),
    loadNewer: () => pager.extend('newer'),
    look: pager.look,
    async jumpTo(target, onLeave) {
      const problem = typeof target === 'object' ? await fetchAround(deps, c, target.seq) : undefined;
      if (problem !== undefined) return problem;
      onLeave?.();
      await open(target);
      return undefined;
    },
    see: (seq) => filler.see(seq),
    take(batch) {
      const before = store.getState();
      place.take(batch);
      pager.trim();
      const after = store.getState();
      // Whoever was led to a message stays there when the chat's newest part arrives.
      const begin = place.goal();
      if (before.loaded && hasBegun(before.chat, after.chat) && typeof begin === 'string') void open(begin);
      if (after.holes !== before.holes && deps.isLive()) filler.poke();
    },
    hear(event) {
      hear(store, event);
      // Back on line: holes that were jumped over fill themselves.
      if (event.t === 'status' && event.status.phase === 'live') filler.poke();
    },
    reload: () => void open({ again: store.getState().span }),
  };
}

/** The chat itself or its first rows have arrived: the empty window lies above them, has to be placed anew and may have to ask for messages. */
function hasBegun(before: LocalChat | undefined, after: LocalChat | undefined): boolean {
  if (!after) return false;
  return !before || (before.sync.state === 'none' && after.sync.state !== 'none');
}

/** Where the window lies, and the way rows get into it. */
interface Place {
  show(target: WindowTarget): Promise<void>;
  /** What was asked for last. */
  goal(): WindowTarget;
  take(batch: ChangeBatch): void;
}

function createPlace(
  deps: ChatWindowDeps,
  store: StoreApi<ChatWindowState>,
  onApply: (batch: ChangeBatch) => void,
): Place {
  const { c } = store.getState();
  let goal: WindowTarget = 'unread';
  let target: WindowTarget = goal;
  let reading: WindowTarget = target;
  let missing: number | undefined;
  const put = (rows: ReadWindow): void => {
    const isAgain = isReload(reading);
    store.setState((state) => {
      const shown = projectChatWindow(state, rows, rows.span);
      return isAgain ? shown : { ...shown, unreadFrom: rows.unreadFrom ?? state.unreadFrom, problem: undefined };
    }, true);
    missing = rows.missing;
    // Whatever makes it read again from now on: the person stays where they are.
    // Unless another place was asked for during the read: that one is read next.
    if (target === reading) target = { again: rows.span };
  };
  const projection = createProjection({
    read() {
      reading = target;
      return readWindow(deps.store, c, target);
    },
    show: put,
    apply: (batch) => {
      onApply(batch);
      store.setState((state) => applyChatWindow(state, batch), true);
    },
  });
  return {
    async show(next) {
      if (!isReload(next)) goal = next;
      target = next;
      await projection.load();
      if (goal !== next || missing === undefined || !deps.isLive()) return;
      await askHistory(deps, c, { around: missing }, firstWaitMs);
      // Somebody may have gone elsewhere while this one waited.
      if (goal !== next) return;
      target = next;
      await projection.load();
    },
    goal: () => goal,
    take: (batch) => projection.take(batch),
  };
}

const isReload = (target: WindowTarget): boolean => typeof target === 'object' && 'again' in target;

function hear(store: StoreApi<ChatWindowState>, event: EngineEvent): void {
  const { c } = store.getState();
  if (event.t === 'online' && event.c === c) store.setState({ online: event.count });
  if (event.t === 'receipts' && event.c === c) {
    store.setState((state) => ({ receipts: mergeReceipts(state.receipts, event.steps, event.v > 0) }));
  }
  if (event.t === 'peerRead' && event.c === c) {
    store.setState((state) => ({ peerRead: Math.max(state.peerRead, event.rs) }));
  }
}

/** Brings a message and its surroundings to this device, if they are not here; answers why that did not work. */
async function fetchAround(deps: ChatWindowDeps, c: ChatId, seq: number): Promise<ErrorCode | undefined> {
  const isHere = async (): Promise<boolean> => {
    const chat = await deps.store.read(['chats'], (tx) => tx.get('chats', c));
    return chat !== undefined && spanAt(chat, seq) !== undefined;
  };
  if (await isHere()) return undefined;
  const problem = deps.isLive() ? await askHistory(deps, c, { around: seq }, jumpWaitMs) : 'UNAVAILABLE';
  return (await isHere()) ? undefined : (problem ?? 'NOT_FOUND');
}
