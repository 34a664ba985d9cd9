import type { StoreApi } from 'zustand/vanilla';
import { applyChatWindow, extendChatWindow } from '#client/stores/applyChatWindow.ts';
import type { ChatWindowState, SeqSpan } from '#client/stores/chatWindowStore.ts';
import { trimChatWindow } from '#client/stores/trimChatWindow.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { ChangeBatch, LocalChat } from '#sync/changes.ts';
import type { LocalStore } from '#sync/ports.ts';
import { askHistory, historyWaitMs, type HistoryWish } from './askHistory.ts';
import type { ChatWindowDeps } from './ChatWindowDeps.ts';
import { readPages, type Page } from './readPages.ts';
import { windowTables } from './readWindow.ts';

/** An end of the window. */
export type Side = 'older' | 'newer';

/** Extends a window page by page. */
export interface Pager {
  /** Adds a page at one end; does nothing at the edge or while a page is on its way. */
  extend(side: Side): void;
  /** Batches pass here too: a page that is being read may be older than they are. */
  note(batch: ChangeBatch): void;
  /** Says which seqs are in sight. */
  look(sight: SeqSpan): void;
  /** Cuts a window that has grown long. A page that is on its way joins the span that was there when it was asked for: then it waits. */
  trim(): void;
}

/**
 * Makes the pager of a window. A page comes from the cache; where the cache ends, the engine is asked; where it gets nothing, the window reaches over the
 * hole to what the cache has behind it.
 */
export function createPager(deps: ChatWindowDeps, store: StoreApi<ChatWindowState>): Pager {
  const { c } = store.getState();
  /** what happened since the read of a page began */
  let during: ChangeBatch[] | undefined;
  let sight: SeqSpan | undefined;
  const trim = (): void => {
    const { loading } = store.getState();
    if (sight && !loading.older && !loading.newer) store.setState(trimChatWindow(store.getState(), sight), true);
  };
  const set = (side: Side, isLoading: boolean, problem?: ErrorCode): void =>
    store.setState((state) => {
      const next = { ...state, loading: { ...state.loading, [side]: isLoading }, problem };
      return sight && !isLoading ? trimChatWindow(next, sight) : next;
    }, true);

  /** Answers whether the window has grown. */
  const fromCache = async (side: Side, overHoles: boolean): Promise<boolean> => {
    const batches: ChangeBatch[] = [];
    during = batches;
    const page = await readSide(deps.store, c, side, store.getState().span, overHoles).finally(
      () => (during = undefined),
    );
    if (!page) return false;
    store.setState((state) => {
      const joined =
        side === 'older' ? { from: page.span.from, to: state.span.to } : { from: state.span.from, to: page.span.to };
      // The window ignored changes outside of its old span; those of the new part are in these batches.
      return batches.reduce(applyChatWindow, extendChatWindow(state, page.messages, joined));
    }, true);
    return page.messages.length > 0;
  };
  const run = async (side: Side): Promise<ErrorCode | undefined> => {
    if (await fromCache(side, false)) return undefined;
    const { span, chat, atStart, atEnd } = store.getState();
    if (side === 'older' ? atStart : atEnd) return undefined;
    const wish: HistoryWish = side === 'older' ? { before: topOf(chat, span.from) } : { after: span.to };
    const problem = await askHistory(deps, c, wish, historyWaitMs);
    if (await fromCache(side, false)) return undefined;
    return problem !== undefined && (await fromCache(side, true)) ? undefined : problem;
  };
  return {
    extend(side) {
      const state = store.getState();
      // One page at a time: both ends share the record of batches.
      if (!state.loaded || !state.chat || state.loading.older || state.loading.newer) return;
      if (side === 'older' ? state.atStart : state.atEnd) return;
      set(side, true);
      run(side).then(
        (problem) => set(side, false, problem),
        (error: unknown) => {
          deps.log.warn('window.pageUnreadable', { c, error: String(error) });
          set(side, false, 'UNAVAILABLE');
        },
      );
    },
    note: (batch) => void during?.push(batch),
    look: (seqs) => void (sight = seqs),
    trim,
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
    if (side === 'newer') return readPages.newer(tx, chat, span.to, overHoles);
    return readPages.older(tx, chat, topOf(chat, span.from), overHoles);
  });
}

/** Where "older" begins. An empty window without a synced tail lies above everything: there it is above the newest message. */
function topOf(chat: LocalChat | undefined, from: number): number {
  return Math.min(from, (chat?.head.ls ?? 0) + 1);
}
