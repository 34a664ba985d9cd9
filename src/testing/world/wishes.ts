import type { MediaId } from '#protocol/entities/media.ts';
import type { ShelfId } from '#protocol/entities/shelf.ts';
import type { ChatId, Cid, UserId } from '#protocol/ids.ts';

/** What somebody wanted of a message of later: a text, a time, or both; `at` 0: it was to be sent now. */
export interface LaterChange {
  readonly x?: string | undefined;
  readonly at?: number | undefined;
  /** the number of this change among those of its person, as the server told it; Infinity: nobody knows whether, and when, it came to pass */
  u: number;
}

/** A message that somebody wants to be sent later. */
export interface LaterWish {
  readonly user: UserId;
  readonly c: ChatId;
  readonly cid: Cid;
  /** what was written first, and every change of which nobody knows that it failed */
  readonly changes: Set<LaterChange>;
  /** It was given up for certain, or perhaps. */
  dropped?: 'surely' | 'perhaps' | undefined;
  /** Requests to give it up of which nobody knows that they failed. */
  drops: number;
}

/** What a message of later may say. */
export const laterTexts = ({ changes }: LaterWish): string[] =>
  standing(changes, ({ x }) => x).flatMap(({ x }) => x ?? []);

/** The earliest time that a message of later may have; 0: it was to be sent now. */
export const laterFrom = ({ changes }: LaterWish): number =>
  Math.min(...standing(changes, ({ at }) => at).flatMap(({ at }) => at ?? []));

/** The newest of the changes that are known to have come to pass, and all that are in doubt: answers overtake each other, so their order says nothing. */
function standing(changes: ReadonlySet<LaterChange>, valueOf: (change: LaterChange) => unknown): LaterChange[] {
  const own = [...changes].filter((change) => valueOf(change) !== undefined);
  const newest = own.reduce((most, { u }) => (u === Infinity ? most : Math.max(most, u)), 0);
  return own.filter(({ u }) => u >= newest);
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
