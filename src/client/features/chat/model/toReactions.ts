import type { FeedItem } from './FeedItem.ts';

/** One emoji under a message. */
export interface ReactionTotal {
  emoji: string;
  count: number;
  isMine: boolean;
}

/** The reactions of a message with this person's latest choice laid over, most frequent first; equal ones in the order of their emoji, so that they do not swap places. */
export function toReactions({ row, myReaction, isUnsent }: FeedItem): ReactionTotal[] {
  if (isUnsent) return [];
  const totals = new Map(Object.entries(row?.rx ?? {}));
  const stored = row?.my ?? null;
  const mine = myReaction === undefined ? stored : myReaction;
  if (mine !== stored) {
    if (stored !== null) totals.set(stored, (totals.get(stored) ?? 1) - 1);
    if (mine !== null) totals.set(mine, (totals.get(mine) ?? 0) + 1);
  }
  return [...totals]
    .filter(([, count]) => count > 0)
    .map(([emoji, count]) => ({ emoji, count, isMine: emoji === mine }))
    .toSorted((a, b) => b.count - a.count || (a.emoji < b.emoji ? -1 : 1));
}
