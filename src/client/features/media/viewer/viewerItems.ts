import type { GalleryEntry } from '#client/stores/gallery/GalleryState.ts';
import { toItems, type GalleryItem } from '#client/stores/gallery/toMonths.ts';

/** The message whose picture was pressed. `s`: absent while it has not arrived; `f`: its pictures and films. */
export type ViewedMessage = Omit<GalleryEntry, 's' | 'f' | 'l'> & {
  readonly s: number | undefined;
  readonly f: NonNullable<GalleryEntry['f']>;
};

/**
 * Everything that can be looked through, in the order of the chat: the oldest first, the parts of a message in its own order. A message that has not arrived is the last one; once it has, its parts are there
 * by their ids and it is not told twice. `entries`: any order.
 */
export function viewerItems(first: ViewedMessage, entries: readonly GalleryEntry[]): GalleryItem[] {
  const bySeq = new Map(entries.filter(({ f }) => f !== undefined && f.length > 0).map((entry) => [entry.s, entry]));
  if (first.s !== undefined && !bySeq.has(first.s)) bySeq.set(first.s, { ...first, s: first.s });
  const items = [...bySeq.values()].toSorted((one, other) => one.s - other.s).flatMap((entry) => toItems(entry));
  if (first.s !== undefined) return items;
  const arrived = new Set(items.map(({ part }) => part?.id));
  return [...items, ...(first.f.some(({ id }) => arrived.has(id)) ? [] : toItems(first))];
}

/** Where something is among others, also after its message has arrived or changed: by its key, else by its file. −1: it is gone. */
export function indexOfItem(items: readonly GalleryItem[], item: Pick<GalleryItem, 'key' | 'part'>): number {
  const same = items.findIndex(({ key }) => key === item.key);
  return same >= 0 ? same : items.findLastIndex(({ part }) => part !== undefined && part.id === item.part?.id);
}
