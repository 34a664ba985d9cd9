import { useCallback, useMemo, useState } from 'react';
import { chosenMax } from '#domain/forwardRules.ts';
import type { FeedItem } from '../model/FeedItem.ts';

/** Several messages being chosen. */
export interface Chosen {
  /** by key; undefined while nothing is being chosen */
  items: ReadonlyMap<string, FeedItem> | undefined;
  /** Begins with one. */
  start: (item: FeedItem) => void;
  /** Chooses one more, or one less; more than the limit are not taken. */
  toggle: (item: FeedItem) => void;
  end: () => void;
}

/** What is chosen, as the lines say it now: what was unsent or hidden meanwhile is chosen no longer. Lines that left the window stay chosen. */
export function useChosen(lines: readonly FeedItem[]): Chosen {
  const [picked, setPicked] = useState<ReadonlyMap<string, FeedItem>>();
  const items = useMemo(() => {
    if (!picked) return undefined;
    const now = new Map(lines.map((line) => [line.key, line]));
    const current = [...picked].map(([key, item]) => [key, now.get(key) ?? item] as const);
    return new Map(current.filter(([, { isUnsent }]) => !isUnsent));
  }, [picked, lines]);
  const start = useCallback((item: FeedItem) => setPicked(new Map([[item.key, item]])), []);
  const toggle = useCallback((item: FeedItem) => setPicked((before) => before && withToggled(before, item)), []);
  const end = useCallback(() => setPicked(undefined), []);
  return { items, start, toggle, end };
}

function withToggled(before: ReadonlyMap<string, FeedItem>, item: FeedItem): ReadonlyMap<string, FeedItem> {
  const next = new Map(before);
  if (next.delete(item.key)) return next;
  return before.size >= chosenMax ? before : next.set(item.key, item);
}
