import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { GalleryEntry, GalleryState } from './GalleryState.ts';
import { monthOf } from './monthOf.ts';

/** One thing in a gallery: a part of a message, or a link. */
export interface GalleryItem {
  /** its own for as long as the message has it */
  readonly key: string;
  /** undefined: a message that has not arrived */
  readonly s: number | undefined;
  readonly u: number;
  /** ms */
  readonly at: number;
  readonly part?: MediaPart | undefined;
  readonly link?: string | undefined;
  /** words below the parts of the message */
  readonly x?: string | undefined;
  /** which of the message's it is, from 1, and how many these are */
  readonly index: number;
  readonly total: number;
}

/** A month of a gallery. */
export interface GalleryMonth {
  /** `YYYY-MM` */
  readonly month: string;
  /** how many things it has: at least those that are known */
  readonly count: number;
  /** those that are known, the newest first */
  readonly items: readonly GalleryItem[];
  readonly isWhole: boolean;
}

/** What a message has, one by one, in its order. */
export function toItems({ s, u, at, f, l, x }: Omit<GalleryEntry, 's'> & { s: number | undefined }): GalleryItem[] {
  const shared = { s, u, at, ...(x === undefined ? {} : { x }) };
  const total = (f?.length ?? 0) + (l?.length ?? 0);
  return [
    ...(f ?? []).map((part, at0) => ({ ...shared, key: `${s ?? 'p'}:${part.id}:${at0}`, part, index: at0 + 1, total })),
    ...(l ?? []).map((link, at0) => ({ ...shared, key: `${s ?? 'p'}:${at0}`, link, index: at0 + 1, total })),
  ];
}

/** The months of a gallery that have something, the newest first. Things stand in the reverse order of the chat: what was last is first. */
export function toMonths({ entries, counts, whole }: GalleryState): GalleryMonth[] {
  const byMonth = Map.groupBy(entries, ({ at }) => monthOf(at));
  const months = [...new Set([...counts.keys(), ...byMonth.keys()])].toSorted().toReversed();
  return months
    .map((month) => {
      const items = (byMonth.get(month) ?? []).flatMap((entry) => toItems(entry).toReversed());
      const served = (counts.get(month) ?? []).reduce((sum, n) => sum + n, 0);
      const isWhole = whole.has(month);
      return { month, items, isWhole, count: isWhole ? items.length : Math.max(items.length, served) };
    })
    .filter(({ count }) => count > 0);
}
