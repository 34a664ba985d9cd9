import type { MediaId } from '#protocol/entities/media.ts';
import type { ShelfId } from '#protocol/entities/shelf.ts';
import type { ChatId, Cid, UserId } from '#protocol/ids.ts';

/** A message that somebody wants to be sent later. */
export interface LaterWish {
  readonly user: UserId;
  readonly c: ChatId;
  readonly cid: Cid;
  /** what it may say: what was written, and every change of which nobody knows that it failed */
  readonly texts: string[];
  /** the earliest time that it may have; 0: it was to be sent now */
  from: number;
  /** It was given up for certain, or perhaps. */
  dropped?: 'surely' | 'perhaps' | undefined;
}

/** A note or album that somebody wants on the shelf of a chat. */
export interface ShelfWish {
  readonly kind: 'note' | 'album';
  readonly c: ChatId;
  readonly i: ShelfId;
  /** what it may say, or be called: what was written, and every change of which nobody knows that it failed */
  readonly texts: string[];
  /** The server said that it is there. */
  isThere: boolean;
  /** Somebody wanted it away, whether or not that was his to decide. */
  isDropped: boolean;
}

/** What people of a world wanted beside messages of now; the checks compare it with what came of it. */
export interface Wishes {
  readonly later: Map<Cid, LaterWish>;
  /** files that somebody took off a message that had not left */
  readonly cancelled: Set<MediaId>;
  /** bytes whose tab may have died before their message was stored */
  readonly orphans: Set<MediaId>;
  /** messages that somebody hid from himself, by person: `chat/seq`; `perhaps` also those whose tab died meanwhile */
  readonly hidden: { readonly surely: Map<UserId, Set<string>>; readonly perhaps: Map<UserId, Set<string>> };
  /** texts of notes that somebody wrote, by person */
  readonly notes: Map<UserId, Set<string>>;
  readonly shelf: Map<ShelfId, ShelfWish>;
  /** threads that somebody wants to follow for certain, or perhaps not, by person */
  readonly follows: { readonly on: Map<UserId, Set<string>>; readonly off: Map<UserId, Set<string>> };
}

/** Nobody has wanted anything yet. */
export const noWishes = (): Wishes => ({
  ...{ later: new Map(), cancelled: new Set(), orphans: new Set(), notes: new Map(), shelf: new Map() },
  hidden: { surely: new Map(), perhaps: new Map() },
  follows: { on: new Map(), off: new Map() },
});

/** Adds to the set of this person. */
export function addTo<Key>(sets: Map<Key, Set<string>>, key: Key, value: string): void {
  const own = sets.get(key) ?? new Set();
  sets.set(key, own.add(value));
}
