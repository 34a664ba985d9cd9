import type { ChatId } from '#protocol/ids.ts';
import type { Clock } from '#sync/ports.ts';

/** An entry ends by itself when nothing renews it, ms: people close laptops while they type. */
const typingMs = 6_000;

/** Who is typing where. */
export interface TypingBoard {
  /** The engine's word about one chat; it replaces what was known. */
  set(c: ChatId, members: readonly number[]): void;
}

/** Makes a board; `show` hears of every change of one chat. */
export function createTypingBoard(clock: Clock, show: (c: ChatId, members: readonly number[]) => void): TypingBoard {
  const ends = new Map<ChatId, () => void>();
  return {
    set(c, members) {
      ends.get(c)?.();
      ends.delete(c);
      show(c, members);
      if (members.length === 0) return;
      ends.set(
        c,
        clock.after(typingMs, () => {
          ends.delete(c);
          show(c, []);
        }),
      );
    },
  };
}
