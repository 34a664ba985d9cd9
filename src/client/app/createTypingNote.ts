import type { ChatId } from '#protocol/ids.ts';
import type { Clock } from '#sync/ports.ts';

/** The server takes one note per chat in this time, ms; a message of that chat ends the wait there as well. */
const everyMs = 3_000;
/** The first note behind a message, ms. The message says that its writer does not type any more, so a note must not overtake it. */
const behindSendMs = 500;

/** Says "I am typing", not too often. */
export interface TypingNote {
  /** Call it on every key. */
  typed(c: ChatId): void;
  /** A message was sent: who goes on typing is to be seen soon, although a note was told just before. */
  sent(c: ChatId): void;
}

/** Makes a note that passes on at most one sign per chat in 3 s, and one behind each sent message. */
export function createTypingNote(clock: Clock, send: (c: ChatId) => void): TypingNote {
  const dueAt = new Map<ChatId, number>();
  return {
    typed(c) {
      const now = clock.elapsed();
      if (now < (dueAt.get(c) ?? 0)) return;
      dueAt.set(c, now + everyMs);
      send(c);
    },
    sent: (c) => void dueAt.set(c, clock.elapsed() + behindSendMs),
  };
}
