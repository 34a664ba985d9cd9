import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChangeBatch, OutboxEntry } from '#sync/changes.ts';
import { applyRows } from './applyRows.ts';

/** Everything that has not left this device yet, in sending order. */
export interface TrayState {
  entries: readonly OutboxEntry[];
}

/** Makes the store behind the tray of unsent things. */
export function createTrayStore(): StoreApi<TrayState> {
  return createStore<TrayState>(() => ({ entries: [] }));
}

/** The tray as the outbox rows say it: what the server has taken is not in it any more. */
export function projectTray(rows: Iterable<OutboxEntry>): TrayState {
  return { entries: [...rows].filter((entry) => entry.state !== 'acked').toSorted((a, b) => a.id - b.id) };
}

/** The tray after one batch. */
export function applyTray(state: TrayState, batch: ChangeBatch): TrayState {
  const before = new Map(state.entries.map((entry) => [entry.id, entry]));
  const after = applyRows(before, batch, 'outbox', (entry) => entry.id);
  return after === before ? state : projectTray(after.values());
}
