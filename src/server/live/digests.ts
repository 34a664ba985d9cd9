import type { Head } from '#protocol/entities/chat.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LiveClock } from './liveClock.ts';

export interface DigestsPorts {
  readonly clock: LiveClock;
  /** The process is behind with its work. */
  isLate(): boolean;
  /** Tells member sockets that do not show the chat; `isQuiet`: those whose person has silenced it. */
  emit(head: Head, isQuiet: boolean): void;
}

/** At most one digest per chat in this time, ms; four times that while the process is late. */
const openMs = 3_000;
const quietMs = 15_000;
const lateFactor = 4;

interface Dirty {
  head: Head;
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
    for (const { isQuiet, ms, chats } of this.#tiers) {
      const known = chats.get(head.c);
      if (known) {
        known.head = head;
        continue;
      }
      const dirty: Dirty = { head, stop: undefined };
      chats.set(head.c, dirty);
      dirty.stop = this.#ports.clock.after(this.#ports.isLate() ? ms * lateFactor : ms, () => {
        chats.delete(head.c);
        this.#ports.emit(dirty.head, isQuiet);
      });
    }
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
