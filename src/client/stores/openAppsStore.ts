import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppScope } from '#protocol/entities/appScopes.ts';
import type { AppView } from '#protocol/entities/appStates.ts';
import type { AppId, ChatId } from '#protocol/ids.ts';

/** What somebody wants to open. `start`: parameter of the link; `c`: the chat it is opened from; `n`: a version that is not live. */
export interface AppWish {
  app: AppId;
  start?: string | undefined;
  c?: ChatId | undefined;
  n?: number | undefined;
}

/** A mini-app that is open in this tab. */
export interface OpenApp extends AppWish {
  /** differs for every opening */
  key: number;
  /** it waits beside the page as a bubble */
  isMinimised: boolean;
  /** its frame stands ready unseen, because the person seems about to open it; nothing of the app runs in it yet */
  isWarm: boolean;
  /** its page was let go to save memory; it begins anew when it is wanted */
  isFrozen: boolean;
  /** how much room it takes; as the app says at first */
  view: AppView;
  /** order of last use */
  used: number;
}

/** What is known of an app's page before the server is asked. */
export interface AppPlaceMemory {
  readonly origin: string;
  readonly allow: readonly AppScope[];
}

/** The mini-apps of this tab, in the order in which they were opened; at most one is not minimised. */
export interface OpenAppsState {
  apps: readonly OpenApp[];
  /** number of the next opening or use */
  next: number;
  /** where those are that were opened in this tab */
  places: ReadonlyMap<AppId, AppPlaceMemory>;
}

/** Makes the store; what happens to it stands in openAppChanges.ts. */
export const createOpenAppsStore = (): StoreApi<OpenAppsState> =>
  createStore(() => ({ apps: [], next: 1, places: new Map() }));
