import { useEffect } from 'react';
import { useServices } from '#client/context.ts';
import type { FeedItem } from './model/FeedItem.ts';

/** Asks for the cards of people who wrote here and are not known. */
export function useMissingPeople(items: readonly FeedItem[], users: ReadonlyMap<number, unknown>): void {
  const { wantUsers } = useServices();
  useEffect(() => {
    const missing = new Set<number>();
    for (const { sender } of items) if (sender !== 0 && !users.has(sender)) missing.add(sender);
    if (missing.size > 0) wantUsers([...missing] as Parameters<typeof wantUsers>[0]);
  }, [items, users, wantUsers]);
}
