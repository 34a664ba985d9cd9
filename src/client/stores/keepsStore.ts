import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Kept } from '#protocol/entities/kept.ts';
import type { KeepId } from '#protocol/ids.ts';
import type { ChangeBatch } from '#sync/changes.ts';
import { applyRows } from './applyRows.ts';

/** What this person keeps, once it has been read: few start with it. */
export interface KeepsState {
  loaded: boolean;
  rows: ReadonlyMap<KeepId, Kept>;
}

/** Makes the store of what is kept. */
export function createKeepsStore(): StoreApi<KeepsState> {
  return createStore<KeepsState>(() => ({ loaded: false, rows: new Map() }));
}

/** What is kept as the rows say it. */
export const projectKeeps = (rows: readonly Kept[]): KeepsState => ({
  loaded: true,
  rows: new Map(rows.map((kept) => [kept.i, kept])),
});

/** What is kept after one batch. */
export function applyKeeps(state: KeepsState, batch: ChangeBatch): KeepsState {
  const rows = applyRows(state.rows, batch, 'keeps', (kept) => kept.i);
  return rows === state.rows ? state : { ...state, rows };
}
