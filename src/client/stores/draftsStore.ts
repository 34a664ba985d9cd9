import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChatId } from '#protocol/ids.ts';
import type { ChangeBatch, DraftRow } from '#sync/changes.ts';
import { applyRows } from './applyRows.ts';

/** Unfinished texts by chat. */
export interface DraftsState {
  loaded: boolean;
  drafts: ReadonlyMap<ChatId, DraftRow>;
}

/** Makes the store of drafts. */
export function createDraftsStore(): StoreApi<DraftsState> {
  return createStore<DraftsState>(() => ({ loaded: false, drafts: new Map() }));
}

/** Drafts as the rows say it. */
export function projectDrafts(rows: readonly DraftRow[]): DraftsState {
  return { loaded: true, drafts: new Map(rows.map((draft) => [draft.c, draft])) };
}

/** Drafts after one batch. */
export function applyDrafts(state: DraftsState, batch: ChangeBatch): DraftsState {
  const drafts = applyRows(state.drafts, batch, 'drafts', (draft) => draft.c);
  return drafts === state.drafts ? state : { ...state, drafts };
}
