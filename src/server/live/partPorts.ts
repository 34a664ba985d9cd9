import type { ChatId } from '#protocol/ids.ts';
import type { LiveParts } from './createLive.ts';
import type { Outlet } from './outlet.ts';
import type { PeerReads, PeerReadsPorts } from './peerReads.ts';
import { receiptWindow } from './receiptBook.ts';
import type { Presence } from './presence.ts';
import type { ReceiptsPorts } from './receipts.ts';
import { roomOf } from './roomOf.ts';
import type { Rooms } from './rooms.ts';
import type { SweeperPorts } from './sweeper.ts';
import type { Tracker, TrackerPorts } from './tracker.ts';
import type { UserEvents, UserEventsPorts } from './userEvents.ts';
import type { WatchersPorts } from './watchers.ts';

/*
 * What each part of the live node needs, in terms of the database and of the other parts.
 */

export function trackerPorts({ storage, clock, failed }: LiveParts, outlet: Outlet): TrackerPorts {
  return {
    clock,
    failed,
    loadRevs: (chats) => storage.run('loadRevs', { chats }),
    loadChange: (c, since) => storage.run('loadChange', { c, since }),
    emit: (change) => outlet.emit(change),
    skip: (change) => outlet.skip(change),
  };
}

export function receiptsPorts({ storage, clock, delivery, failed, isLate }: Required<LiveParts>): ReceiptsPorts {
  return {
    clock,
    failed,
    load: (c) => storage.run('loadReceipts', { c, limit: receiptWindow }),
    isLate,
    hasViewers: (c) => delivery.roomSize(roomOf.open(c)) > 0,
    emit: (c, v, steps) => delivery.emitSignal({ room: roomOf.open(c) }, 'rc', { c, v, steps }),
  };
}

export function peerReadsPorts({ storage, clock, delivery, failed }: LiveParts, rooms: Rooms): PeerReadsPorts {
  return {
    rooms,
    failed,
    loadMoved: (keys) => storage.run('loadPeerReads', { keys, of: 'readers' }),
    loadShown: (keys) => storage.run('loadPeerReads', { keys, of: 'viewers' }),
    emit: (reads, connection) => {
      const at = clock.now();
      for (const { c, mid, rs, to } of reads) {
        const target = connection === undefined ? { room: roomOf.user(to) } : { connection };
        delivery.emitSignal(target, 'pr', { c, u: mid, rs, at });
      }
    },
  };
}

/**
 * Follows those of the chats that this node does not follow yet, and answers them: nobody enters their rooms before his membership is read once more. The reading that named them is older than what the node
 * knows of the chat from now on: a removal between the two would not be emitted here.
 */
export async function followFirst(tracker: Tracker, chats: readonly { c: ChatId }[]): Promise<ChatId[]> {
  const begun = chats.map(({ c }) => c).filter((c) => tracker.lastRev(c) === undefined);
  await tracker.track(begun);
  return begun;
}

export function userEventsPorts(
  { storage, clock, delivery, failed }: LiveParts,
  rooms: Rooms,
  tracker: Tracker,
): UserEventsPorts {
  return {
    clock,
    failed,
    loadUserRevs: (users) => storage.run('loadUserRevs', { users }),
    loadChanges: (user, since) => storage.run('loadUserChanges', { user, since }),
    mark: () => rooms.mark(),
    enterChats: async (user, chats, mark) => {
      const begun = await followFirst(tracker, chats);
      await tracker.reach(chats);
      const known = chats.filter(({ c }) => !begun.includes(c));
      const isIn = known.map((chat) => rooms.joinPerson(user, chat, mark));
      await tracker.track(known.map(({ c }) => c));
      return begun.length === 0 && isIn.every(Boolean);
    },
    leaveChats: (user, chats) => {
      for (const c of chats) rooms.leavePerson(user, c);
    },
    lastRev: (c) => tracker.lastRev(c),
    emit: (user, event) => delivery.emitSignal({ room: roomOf.user(user) }, 'ue', event),
  };
}

export function watchersPorts({ storage, delivery }: LiveParts, rooms: Rooms, presence: Presence): WatchersPorts {
  return {
    delivery,
    rooms,
    presence,
    filterWatchable: (user, ids) => storage.run('filterWatchable', { user, ids }),
    filterWatchers: (user, watchers) => storage.run('filterWatchers', { user, watchers }),
  };
}

interface SweptParts {
  rooms: Rooms;
  tracker: Tracker;
  userEvents: UserEvents;
  peerReads: PeerReads;
  outlet: Outlet;
}

/** Communities of one look at rooms, and chats of one look at threads. */
const placesMax = 500;
/** A reply in a thread that nobody told is looked for this long, ms: several looks, of which some may fail. */
const lostThreadMs = 5 * 60_000;

export function sweeperPorts(
  { storage, clock, delivery, failed }: LiveParts,
  { rooms, tracker, userEvents, peerReads, outlet }: SweptParts,
): SweeperPorts {
  return {
    clock,
    failed,
    viewed: () => rooms.viewed(),
    followed: () => tracker.followed(),
    loadRevs: (chats) => storage.run('loadRevs', { chats }),
    notice: (c, rev) => tracker.notice(c, rev),
    sweepRooms: async () => {
      const places = tracker.followed().filter((c) => rooms.isBig(c));
      outlet.keepPlaces(new Set(places));
      for (let from = 0; from < places.length; from += placesMax) {
        const communities = places.slice(from, from + placesMax);
        for (const [c, news] of await storage.run('loadRoomNews', { communities })) outlet.noteRooms(c, news);
      }
      const all = tracker.followed();
      const told = outlet.toldThreads();
      for (let from = 0; from < all.length; from += placesMax) {
        const chats = all.slice(from, from + placesMax);
        outlet.noteLostThreads(await storage.run('loadThreadNews', { chats, ms: lostThreadMs, told }));
      }
    },
    people: () => userEvents.revs(),
    loadUserRevs: (users) => storage.run('loadUserRevs', { users }),
    noticeUser: (user) => userEvents.notice(user),
    followRest: () => tracker.track(tracker.unfollowed()),
    tick: (revs) => {
      const t = clock.now();
      peerReads.tellViewers();
      for (const [c, rev] of revs) {
        const on = rooms.isBig(c) ? { on: rooms.countPeople(c) } : {};
        delivery.emitSignal({ room: roomOf.open(c) }, 'tick', { t, heads: [[c, rev]], ...on });
      }
    },
  };
}
