import type { ChatId } from '#protocol/ids.ts';
import type { LocalStore, WriteTx } from '../ports.ts';
import { evictPiece, type Wish } from './evictPiece.ts';
import { keepOf, shareOut, type CachedChat } from './evictionRules.ts';
import { measureChats } from './measureChats.ts';
import { readPlaces } from './placeRows.ts';

/** The store as an eviction uses it; `commit` says whose transactions these are and lets others in between. */
export interface EvictionStore {
  read: LocalStore['read'];
  commit<T>(work: (tx: WriteTx) => Promise<T>): Promise<T>;
}

/** How to go about it. */
export interface EvictionOrder {
  /** chats on a screen of this device */
  shown: ReadonlySet<ChatId>;
  /** server clock, ms */
  now: number;
  /** bytes that all cached messages may take, from what they take now */
  budget(total: number): number;
  /** leave chats alone that fit, whatever their age; for a device that is full at this moment */
  isUrgent?: boolean;
}

/** Forgets old messages: first what is older than its chat keeps, then what does not fit. Answers how many rows have gone. */
export async function evictChats(store: EvictionStore, order: EvictionOrder): Promise<number> {
  const { chats, places } = await store.read(['chats', 'meta'], async (tx) => ({
    chats: await tx.range('chats', { index: ':primary' }),
    places: await readPlaces(tx),
  }));
  const isHeld = (c: ChatId): boolean => order.shown.has(c) || places.kept.has(c);
  let gone = 0;
  for (const { c, kind } of order.isUrgent ? [] : chats)
    if (!isHeld(c)) gone += await evictChat(store, c, { keep: keepOf(kind, order.now) });
  const sizes = await measureChats(store.read, chats);
  const cached = chats.map(({ c, bump }): CachedChat => {
    const { rows, bytes } = sizes.get(c) ?? { rows: 0, bytes: 0 };
    return { c, bump, rows, bytes, opened: places.opened.get(c) ?? 0, isHeld: isHeld(c) };
  });
  const total = cached.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const [c, rows] of shareOut(cached, order.budget(total))) gone += await evictChat(store, c, { rows });
  return gone;
}

/** One chat, piece by piece. */
export async function evictChat(store: EvictionStore, c: ChatId, wish: Wish): Promise<number> {
  let gone = 0;
  let next: number | undefined = 0;
  while (next !== undefined) {
    const from: number = next;
    const left: Wish = typeof wish === 'object' && 'rows' in wish ? { rows: wish.rows - gone } : wish;
    const done = await store.commit((tx) => evictPiece(tx, c, left, from));
    gone += done.gone;
    next = done.next;
  }
  return gone;
}
