import { useEffect, useMemo, useRef } from 'react';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import type { FeedItem } from './model/FeedItem.ts';
import { toFeed } from './model/toFeed.ts';

/** The lines, with unchanged ones kept as they were. */
export function useFeedItems(
  state: ChatWindowState,
  me: number,
  lineSeq: number | undefined,
  hidden: ReadonlySet<number> | undefined,
): readonly FeedItem[] {
  const before = useRef<readonly FeedItem[]>([]);
  const { messages, pending, overlays, holes, atEnd } = state;
  // The reader asked for a line of their own: news that came while they were elsewhere.
  const unreadFrom = lineSeq ?? state.unreadFrom;
  const items = useMemo(
    () => toFeed({ messages, pending, overlays, holes, unreadFrom, atEnd, me, hidden }, before.current),
    [messages, pending, overlays, holes, unreadFrom, atEnd, me, hidden],
  );
  useEffect(() => {
    before.current = items;
  }, [items]);
  return items;
}
