import type { StoreApi } from 'zustand/vanilla';
import { createAlertsStore } from '#client/stores/alertsStore.ts';
import { createAppsStore } from '#client/stores/appsStore.ts';
import { applyChatList, projectChatList } from '#client/stores/applyChatList.ts';
import { createChatListStore } from '#client/stores/chatListStore.ts';
import { applyDrafts, createDraftsStore, projectDrafts } from '#client/stores/draftsStore.ts';
import { applyHidden, createHiddenStore, projectHidden } from '#client/stores/hiddenStore.ts';
import { createKeepsStore } from '#client/stores/keepsStore.ts';
import { createOpenAppsStore } from '#client/stores/openAppsStore.ts';
import { countEntries, createHealthStore } from '#client/stores/healthStore.ts';
import { createMediaStore } from '#client/stores/mediaStore.ts';
import { applyPeople, createPeopleStore, projectPeople } from '#client/stores/peopleStore.ts';
import { applyPrefs, projectPrefs, type PrefsState } from '#client/stores/prefsStore.ts';
import type { SessionState } from '#client/stores/sessionStore.ts';
import { applyTray, createTrayStore, projectTray } from '#client/stores/trayStore.ts';
import { applyUploads, createUploadsStore, projectUploads } from '#client/stores/uploadsStore.ts';
import type { Services } from '#client/context.ts';
import type { ChangeBatch } from '#sync/changes.ts';
import type { RootRows } from './readRoot.ts';

/** The stores of a person, and the two ways in which rows reach them. */
export interface PersonStores {
  stores: Services['stores'];
  /** Shows rows as they were read. */
  show(rows: RootRows): void;
  /** Applies one batch. */
  apply(batch: ChangeBatch): void;
}

/** Makes the stores of a person; session and settings exist before and outlive a log-out. `serverNow`: server clock, ms. */
export function personStores(
  shared: { session: StoreApi<SessionState>; prefs: StoreApi<PrefsState> },
  serverNow: () => number,
): PersonStores {
  const stores: Services['stores'] = {
    ...shared,
    chatList: createChatListStore(),
    people: createPeopleStore(),
    health: createHealthStore(),
    tray: createTrayStore(),
    drafts: createDraftsStore(),
    uploads: createUploadsStore(),
    media: createMediaStore(),
    hidden: createHiddenStore(),
    keeps: createKeepsStore(),
    alerts: createAlertsStore('default'),
    apps: createAppsStore(),
    openApps: createOpenAppsStore(),
  };
  const count = (): void => {
    const counts = countEntries(stores.tray.getState().entries);
    const { waiting, failed } = stores.health.getState();
    if (waiting !== counts.waiting || failed !== counts.failed) stores.health.setState(counts);
  };
  return {
    stores,
    show(rows) {
      stores.people.setState((state) => projectPeople(state, rows), true);
      stores.drafts.setState(projectDrafts(rows.drafts), true);
      stores.uploads.setState(projectUploads(rows.uploads), true);
      stores.hidden.setState(projectHidden(rows.hidden), true);
      stores.tray.setState(projectTray(rows.outbox), true);
      stores.prefs.setState((state) => projectPrefs(state, rows.prefs), true);
      stores.chatList.setState((state) => projectChatList(state, rows, serverNow()), true);
      count();
    },
    apply(batch) {
      stores.people.setState((state) => applyPeople(state, batch), true);
      stores.drafts.setState((state) => applyDrafts(state, batch), true);
      stores.uploads.setState((state) => applyUploads(state, batch), true);
      stores.hidden.setState((state) => applyHidden(state, batch), true);
      stores.tray.setState((state) => applyTray(state, batch), true);
      stores.prefs.setState((state) => applyPrefs(state, batch), true);
      stores.chatList.setState((state) => applyChatList(state, batch, serverNow()), true);
      count();
    },
  };
}
