import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Services } from '#client/context.ts';
import type { MediaQuality, TakeProblem } from '#client/stores/mediaStore.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';

/** A file that is to go with the text. */
export interface AttachItem {
  key: string;
  name: string;
  /** bytes */
  size: number;
  /** `bad`: it can never be sent; see `problem` */
  state: 'preparing' | 'ready' | 'bad';
  /** as it was picked; absent after a reload */
  file?: File;
  part?: MediaPart;
  problem?: TakeProblem;
}

/** What is to go with the text of one chat. */
export interface AttachState {
  items: readonly AttachItem[];
  quality: MediaQuality;
  /** files were left out, because a message takes no more */
  isOverfull: boolean;
  /** what takes files cannot be loaded now */
  isUnavailable: boolean;
}

const empty: AttachState = { items: [], quality: 'standard', isOverfull: false, isUnavailable: false };
const stores = new WeakMap<Services, Map<number, StoreApi<AttachState>>>();

/** The files of a chat's draft in this tab: they stay while other chats are looked at, and while one of them is still being prepared. */
export function attachStoreOf(services: Services, c: number): StoreApi<AttachState> {
  const ofPerson = stores.get(services) ?? new Map<number, StoreApi<AttachState>>();
  stores.set(services, ofPerson);
  const store = ofPerson.get(c) ?? createStore<AttachState>(() => empty);
  ofPerson.set(c, store);
  return store;
}

/** Parts that can be sent, in order. */
export const readyParts = ({ items }: AttachState): MediaPart[] =>
  items.flatMap(({ state, part }) => (state === 'ready' && part ? [part] : []));

/** A file of a stored draft. */
export const restoredItem = (part: MediaPart): AttachItem => ({
  key: part.id,
  name: part.n ?? '',
  size: part.z,
  state: 'ready',
  part,
});
