import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppId } from '#protocol/ids.ts';

/** What this tab heard of mini-apps since it was opened. */
export interface AppsState {
  /** by app, where it stands now; see `appState` */
  news: ReadonlyMap<AppId, number>;
}

/** Makes the store; it is filled by what the server says. */
export const createAppsStore = (): StoreApi<AppsState> => createStore(() => ({ news: new Map() }));
