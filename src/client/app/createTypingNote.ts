import type { ChatId } from '#protocol/ids.ts';
import type { Clock } from '#sync/ports.ts';

/** The server takes one note per chat in this time, ms. */
const everyMs = 3_000;

/** Makes the function that says "I am typing". Called on every key; it passes on one note per chat and interval. */
export function createTypingNote(clock: Clock, send: (c: ChatId) => void): (c: ChatId) => void {
  const sentAt = new Map<ChatId, number>();
  return (c) => {
    const now = clock.elapsed();
    if (now - (sentAt.get(c) ?? Number.NEGATIVE_INFINITY) < everyMs) return;
    sentAt.set(c, now);
    send(c);
  };
}
