import type { ChatMeta, Head, RoomNews } from '#protocol/entities/chat.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { ServerSignalData } from '#protocol/signals.ts';
import type { ThreadTold } from '#server/storage/units/threads/ThreadTold.ts';
import type { ConnectionId } from './connection.ts';
import type { LiveClock } from './liveClock.ts';

export interface DigestsPorts {
  readonly clock: LiveClock;
  /** The process is behind with its work. */
  isLate(): boolean;
  /** Tells these sockets where the chat stands. */
  emit(head: Head, to: Listeners): void;
  /** Tells these sockets what is new of the community itself; of its rooms, with the tier `heads`, also those that show it. */
  emitRooms(c: ChatId, news: RoomsNews, to: Listeners): void;
  /** Tells these sockets where threads of the chat stand; some are for few people alone. */
  emitThreads(c: ChatId, threads: ThreadTold[], to: Listeners): void;
}

/**
 * Member sockets that do not show the chat: `quiet`, its person has silenced it; `away`, no tab of it is visible; `heads`, the others.
 */
export type Tier = 'heads' | 'away' | 'quiet';

/** All sockets of a tier, or one. */
export type Listeners = { tier: Tier } | { connection: ConnectionId };

/** What is new of a community: where its rooms stand, and its name, rules and list of rooms. */
export type RoomsNews = Omit<ServerSignalData<'rooms'>, 'c' | 'threads'>;

/**
 * `firstMs`: a digest waits so long for more news; `pauseMs`: at most one per chat in this time. Four times that while the process is late. Nobody looks at a tab
 * that is away, and waking it costs its battery: after long silence it hears as soon as the others, because it may have to alert, and then seldom.
 */
const tiers: readonly { tier: Tier; firstMs: number; pauseMs: number }[] = [
  { tier: 'heads', firstMs: 3_000, pauseMs: 3_000 },
  { tier: 'away', firstMs: 3_000, pauseMs: 15_000 },
  { tier: 'quiet', firstMs: 15_000, pauseMs: 15_000 },
];
const lateFactor = 4;

interface Dirty {
  head: Head | undefined;
  news: Map<ChatId, RoomNews>;
  meta: RoomsNews['meta'];
  threads: Map<ChatId, ThreadTold>;
  stop: (() => void) | undefined;
}

/**
 * Heads of communities for those who do not show them: a small packet now and then instead of every message. Each tells everything that a list needs, so a
 * lost one is made good by the next, and by the next sync.
 */
export class Digests {
  readonly #ports: DigestsPorts;
  /** `told`: when each chat was told last, ms */
  readonly #tiers = tiers.map((tier) => ({
    ...tier,
    chats: new Map<ChatId, Dirty>(),
    told: new Map<ChatId, number>(),
  }));

  constructor(ports: DigestsPorts) {
    this.#ports = ports;
  }

  /** The chat has this head now. */
  note(head: Head): void {
    this.#mark(head.c, (dirty) => {
      dirty.head = head;
    });
  }

  /** A room of the community stands here now. */
  noteRoom(c: ChatId, news: RoomNews): void {
    this.#mark(c, (dirty) => {
      const [room, rev] = news;
      if ((dirty.news.get(room)?.[1] ?? 0) < rev) dirty.news.set(room, news);
    });
  }

  /** A thread of the chat stands here now. */
  noteThread(told: ThreadTold): void {
    this.#mark(told.parent, ({ threads }) => {
      const { c, rev } = told.news;
      if ((threads.get(c)?.news.rev ?? 0) < rev) threads.set(c, told);
    });
  }

  /** The community is called so now, and has these rules and rooms. */
  noteMeta(c: ChatId, meta: ChatMeta): void {
    this.#mark(c, (dirty) => {
      dirty.meta = meta;
    });
  }

  /** A socket leaves a tier: what that has not been told yet, it is told now. The tier that it comes into may have been told already, and would be silent about it. */
  tellPending(c: ChatId, connection: ConnectionId, left: Tier): void {
    const pending = this.#tiers.find(({ tier }) => tier === left)?.chats.get(c);
    if (pending) this.#emit(c, pending, { connection });
  }

  #mark(c: ChatId, change: (dirty: Dirty) => void): void {
    const { clock, isLate } = this.#ports;
    for (const { tier, firstMs, pauseMs, chats, told } of this.#tiers) {
      let dirty = chats.get(c);
      if (!dirty) {
        const fresh: Dirty = { head: undefined, news: new Map(), meta: undefined, threads: new Map(), stop: undefined };
        chats.set(c, fresh);
        // No longer than the pause, because the server's clock may be set back.
        const wait = Math.min(pauseMs, Math.max(firstMs, (told.get(c) ?? 0) + pauseMs - clock.now()));
        fresh.stop = clock.after(isLate() ? wait * lateFactor : wait, () => {
          chats.delete(c);
          told.set(c, clock.now());
          this.#emit(c, fresh, { tier });
        });
        dirty = fresh;
      }
      change(dirty);
    }
  }

  /** Tells now what waits of the chat's threads from before rev `mr`, with which its members changed: it was made for those who are in the chat now, not for who comes. What is of later is for those who are in it then. */
  flushThreads(c: ChatId, mr: number): void {
    for (const { tier, chats } of this.#tiers) {
      const waiting = chats.get(c)?.threads;
      const threads = [...(waiting?.values() ?? [])].filter((told) => told.mr < mr);
      if (threads.length === 0) continue;
      this.#ports.emitThreads(c, threads, { tier });
      for (const { news } of threads) waiting?.delete(news.c);
    }
  }

  #emit(c: ChatId, { head, news, meta, threads }: Dirty, to: Listeners): void {
    if (head) this.#ports.emit(head, to);
    if (threads.size > 0) this.#ports.emitThreads(c, [...threads.values()], to);
    if (news.size === 0 && !meta) return;
    const parts = { ...(news.size > 0 ? { news: [...news.values()] } : {}), ...(meta ? { meta } : {}) };
    this.#ports.emitRooms(c, parts, to);
  }

  /** Nobody here hears of the chat now: what waits was for those who have gone, and who comes next may not see it. */
  forget(c: ChatId): void {
    for (const { chats, told } of this.#tiers) {
      chats.get(c)?.stop?.();
      chats.delete(c);
      told.delete(c);
    }
  }

  /** Only these communities are followed here now. */
  keepPlaces(communities: ReadonlySet<ChatId>): void {
    for (const { told } of this.#tiers) for (const c of told.keys()) if (!communities.has(c)) told.delete(c);
  }

  stop(): void {
    for (const { chats } of this.#tiers) {
      for (const { stop } of chats.values()) stop?.();
      chats.clear();
    }
  }
}
