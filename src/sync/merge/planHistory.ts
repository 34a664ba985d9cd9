import type { CachedRange, LocalChat } from '../changes.ts';

/** What a screen wants to see: a page before or after a position, or around one. */
export type HistoryWish = { before: number } | { after: number } | { around: number };

/** How the wish is served: the cache has it, a cached span has to be checked, or the server is asked. */
export type HistoryPlan = { t: 'nothing' } | { t: 'check'; range: CachedRange } | { t: 'fetch'; ask: HistoryWish };

/**
 * Plans a read. A wish that falls into a span that is cached and true is moved to that span's edge, so that a screen which lags behind the cache does
 * not fetch what is there already.
 */
export function planHistory({ sync, me }: LocalChat, wish: HistoryWish): HistoryPlan {
  if ('before' in wish) {
    const first = Math.max(1, sync.startSeq ?? me.fl);
    let edge = wish.before;
    for (;;) {
      if (edge <= first) return { t: 'nothing' };
      if (edge - 1 >= sync.tailFrom) edge = sync.tailFrom;
      else {
        const range = rangeAt(sync.ranges, edge - 1);
        if (!range) return { t: 'fetch', ask: { before: edge } };
        if (range.rev < sync.rev) return { t: 'check', range };
        edge = range.from;
      }
    }
  }
  if ('after' in wish) {
    let edge = wish.after;
    for (;;) {
      if (edge + 1 >= sync.tailFrom) return { t: 'nothing' };
      const range = rangeAt(sync.ranges, edge + 1);
      if (!range) return { t: 'fetch', ask: { after: edge } };
      if (range.rev < sync.rev) return { t: 'check', range };
      edge = range.to;
    }
  }
  const range = rangeAt(sync.ranges, wish.around);
  if (range && range.rev < sync.rev) return { t: 'check', range };
  if (wish.around > sync.tailFrom && wish.around <= sync.rev) return { t: 'nothing' };
  // A page around a position brings its surroundings too, so only a position well inside the cache needs nothing.
  return range && wish.around > range.from && wish.around < range.to ? { t: 'nothing' } : { t: 'fetch', ask: wish };
}

const rangeAt = (ranges: readonly CachedRange[], seq: number): CachedRange | undefined =>
  ranges.find((range) => range.from <= seq && seq <= range.to);
