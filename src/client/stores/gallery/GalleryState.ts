import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { ErrorCode } from '#protocol/errors.ts';

/** What a gallery shows: photos and films, files, links in texts, or spoken messages. */
export const galleryKinds = ['pictures', 'files', 'links', 'voice'] as const;
export type GalleryKind = (typeof galleryKinds)[number];

/** Types of parts, as `media.list` names them, by what a gallery shows. */
export const galleryTypes = {
  pictures: ['i', 'v'],
  files: ['f'],
  links: ['l'],
  voice: ['a'],
} as const satisfies Record<GalleryKind, readonly ('i' | 'v' | 'f' | 'a' | 'l')[]>;

/** A message with something for a gallery. `s` seq, `u` member, `at` server clock in ms, `f` parts in order, `l` links, `x` the words below parts. */
export interface GalleryEntry {
  readonly s: number;
  readonly u: number;
  readonly at: number;
  readonly f?: readonly MediaPart[] | undefined;
  readonly l?: readonly string[] | undefined;
  readonly x?: string | undefined;
}

/** What of a chat's gallery is known in this tab. */
export interface GalleryState {
  readonly kind: GalleryKind;
  /** the newest first, each seq once */
  readonly entries: readonly GalleryEntry[];
  /** what the server counted, by month (`YYYY-MM`), one number for each of the kind's types */
  readonly counts: ReadonlyMap<string, readonly number[]>;
  /** months of which everything is known */
  readonly whole: ReadonlySet<string>;
  /** this device was read */
  isRead: boolean;
  /** the server was asked, or could not be */
  isAsked: boolean;
  /** why the last request failed */
  problem: ErrorCode | undefined;
}

/** Makes the store of one gallery, with nothing in it. */
export function createGalleryStore(kind: GalleryKind): StoreApi<GalleryState> {
  return createStore<GalleryState>(() => emptyGallery(kind));
}

/** A gallery of which nothing is known. */
export const emptyGallery = (kind: GalleryKind): GalleryState => ({
  kind,
  entries: [],
  counts: new Map(),
  whole: new Set(),
  isRead: false,
  isAsked: false,
  problem: undefined,
});
