import type { Head, RoomNews } from '#protocol/entities/chat.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { ServerSignalData } from '#protocol/signals.ts';
import type { LiveClock } from './liveClock.ts';

export interface DigestsPorts {
  readonly clock: LiveClock;
  /** The process is behind with its work. */
  isLate(): boolean;
  /** Tells member sockets that do not show the chat; `isQuiet`: those whose person has silenced it. */
  emit(head: Head, isQuiet: boolean): void;
  /** Tells the same sockets, and those that show the community unless `isQuiet`, what is new in its rooms. */
  emitRooms(c: ChatId, news: RoomsNews, isQuiet: boolean): void;
}

/** What is new in the rooms of a community: where they stand, and the list itself as of a rev of the community. */
export type RoomsNews = Omit<ServerSignalData<'rooms'>, 'c'>;

/** At most one digest per chat in this time, ms; four times that while the process is late. */
const openMs = 3_000;
const quietMs = 15_000;
const lateFactor = 4;

interface Dirty {
  head: Head | undefined;
  news: Map<ChatId, RoomNews>;
  set: RoomsNews['set'];
  stop: (() => void) | undefined;
}

/**
 * Heads of communities for those who do not show them: a small packet now and then instead of every message. Each tells everything that a list needs, so a
 * lost one is made good by the next, and by the next sync.
 */
export class Digests {
  readonly #ports: DigestsPorts;
  readonly #tiers = [
    { isQuiet: false, ms: openMs, chats: new Map<ChatId, Dirty>() },
    { isQuiet: true, ms: quietMs, chats: new Map<ChatId, Dirty>() },
  ];

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

  /** The community has these rooms now. */
  noteList(c: ChatId, set: NonNullable<RoomsNews['set']>): void {
    this.#mark(c, (dirty) => {
      dirty.set = set;
    });
  }

  #mark(c: ChatId, change: (dirty: Dirty) => void): void {
    for (const { isQuiet, ms, chats } of this.#tiers) {
      let dirty = chats.get(c);
      if (!dirty) {
        const fresh: Dirty = { head: undefined, news: new Map(), set: undefined, stop: undefined };
        chats.set(c, fresh);
        fresh.stop = this.#ports.clock.after(this.#ports.isLate() ? ms * lateFactor : ms, () => {
          chats.delete(c);
          this.#emit(c, fresh, isQuiet);
        });
        dirty = fresh;
      }
      change(dirty);
    }
  }

  #emit(c: ChatId, { head, news, set }: Dirty, isQuiet: boolean): void {
    if (head) this.#ports.emit(head, isQuiet);
    if (news.size === 0 && !set) return;
    const parts = { ...(news.size > 0 ? { news: [...news.values()] } : {}), ...(set ? { set } : {}) };
    this.#ports.emitRooms(c, parts, isQuiet);
  }

  /** Nobody here hears of the chat now: what waits was for those who have gone, and who comes next may not see it. */
  forget(c: ChatId): void {
    for (const { chats } of this.#tiers) {
      chats.get(c)?.stop?.();
      chats.delete(c);
    }
  }

  stop(): void {
    for (const { chats } of this.#tiers) {
      for (const { stop } of chats.values()) stop?.();
      chats.clear();
    }
  }
}
