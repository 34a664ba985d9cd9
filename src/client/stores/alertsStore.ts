import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NotePermission } from '#sync/ports.ts';

/** Alerts of this browser, as screens show them. */
export interface AlertsState {
  /** what the browser has been told about us */
  permission: NotePermission;
  /** the open chat offers alerts: the person has sent something, and nobody has asked them yet */
  isOffered: boolean;
}

/** Makes the store; `permission` as the browser says it now. */
export function createAlertsStore(permission: NotePermission): StoreApi<AlertsState> {
  return createStore<AlertsState>(() => ({ permission, isOffered: false }));
}
