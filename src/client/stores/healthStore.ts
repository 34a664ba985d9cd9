import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineStatus, OutboxEntry } from '#sync/changes.ts';

/** The engine's condition and what waits because of it. */
export interface HealthState {
  status: EngineStatus;
  /** entries that leave by themselves */
  waiting: number;
  /** entries that need the person: refused, or too old to be sent without a word */
  failed: number;
  /** changes are not kept: the device's storage is full or unreadable */
  memoryOnly: boolean;
  /** a newer version of the app is ready; reload when it suits */
  updateReady: boolean;
}

/** Makes the store behind the health strip. */
export function createHealthStore(): StoreApi<HealthState> {
  return createStore<HealthState>(() => ({
    status: { phase: 'boot', clockOffset: 0 },
    waiting: 0,
    failed: 0,
    memoryOnly: false,
    updateReady: false,
  }));
}

/** Counts of the tray's entries, for the strip. */
export function countEntries(entries: readonly OutboxEntry[]): { waiting: number; failed: number } {
  const failed = entries.filter((entry) => entry.state === 'failed' || entry.old === 1).length;
  return { waiting: entries.length - failed, failed };
}
