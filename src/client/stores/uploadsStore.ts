import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MediaId } from '#protocol/entities/media.ts';
import type { ChangeBatch, UploadRow } from '#sync/changes.ts';
import { applyRows } from './applyRows.ts';

/** Files on their way, by id. */
export interface UploadsState {
  files: ReadonlyMap<MediaId, UploadRow>;
}

/** Makes the store of files on their way. */
export function createUploadsStore(): StoreApi<UploadsState> {
  return createStore<UploadsState>(() => ({ files: new Map() }));
}

/** Files on their way as the rows say it. */
export function projectUploads(rows: readonly UploadRow[]): UploadsState {
  return { files: new Map(rows.map((row) => [row.id, row])) };
}

/** The same after one batch. */
export function applyUploads(state: UploadsState, batch: ChangeBatch): UploadsState {
  const files = applyRows(state.files, batch, 'uploads', (row) => row.id);
  return files === state.files ? state : { files };
}
