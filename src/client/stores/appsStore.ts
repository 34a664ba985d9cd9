import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';

/** What this tab heard of mini-apps since it was opened. */
export interface AppsState {
  /** by app, where it stands now; see `appState` */
  news: ReadonlyMap<AppId, number>;
  /** apps whose cards were seen in chats, as the server told them */
  known: ReadonlyMap<AppId, AppCard>;
}

/** Makes the store; it is filled by what the server says. */
export const createAppsStore = (): StoreApi<AppsState> => createStore(() => ({ news: new Map(), known: new Map() }));
