import type { ChatId } from '#protocol/ids.ts';
import type { Door } from './door.ts';
import type { EngineContext } from './engineContext.ts';
import { evictChats } from './eviction/evictChats.ts';
import { openedRow } from './eviction/placeRows.ts';
import { shownChats } from './eviction/shownChats.ts';

/** First look after the connection is live, ms: the start has more urgent things to do. */
const firstMs = 60_000;
const everyMs = 10 * 60_000;
/** Messages never take more than this, bytes, nor more than this share of what the browser allows. */
const mostBytes = 200 * 1024 * 1024;
const mostShare = 0.2;
/** Openings within this time become one write, ms. */
const noteMs = 30_000;

/** Keeps the cache from growing for ever. */
export interface Eviction {
  /** The first connection stands: begin to look from time to time. */
  onLive(): void;
}

/** Makes the eviction of one engine. It notes when chats are opened, so that it knows which ones nobody misses. */
export function createEviction(ctx: EngineContext, door: Door): Eviction {
  const { clock, line, space } = ctx.ports;
  const opened = new Map<ChatId, number>();
  let isNotePlanned = false;
  let isBegun = false;
  const commit: EngineContext['commit'] = (work) => door.run(() => ctx.commit(work));

  const noteOpened = async (): Promise<void> => {
    const rows = [...opened].map(([c, at]) => openedRow(c, at));
    opened.clear();
    if (rows.length > 0) await ctx.commit((tx) => tx.put('meta', rows));
  };
  const shown = shownChats(line, (chats) => {
    for (const c of chats) opened.set(c, clock.now());
    if (isNotePlanned || chats.length === 0) return;
    isNotePlanned = true;
    ctx.after(noteMs, () => {
      isNotePlanned = false;
      ctx.spawn('opened chats', noteOpened);
    });
  });
  ctx.onEnd(shown.stop);
  const look = async (): Promise<void> => {
    await noteOpened();
    const quota = await space?.quota();
    const budget = Math.min(mostBytes, quota === undefined ? mostBytes : quota * mostShare);
    const now = clock.now() + ctx.status().clockOffset;
    await evictChats({ read: ctx.read, commit }, { shown: shown.get(), now, budget: () => budget });
  };
  const lookLater = (ms: number): void => {
    ctx.after(ms, () => {
      ctx.spawn('eviction', look);
      lookLater(everyMs);
    });
  };
  return {
    onLive() {
      if (!isBegun) lookLater(firstMs);
      isBegun = true;
    },
  };
}
