import type { ChatId } from '#protocol/ids.ts';
import type { LiveClock } from './liveClock.ts';

export interface PacePorts {
  readonly clock: LiveClock;
  /** How many sockets of this node get every packet of the chat. */
  audience(c: ChatId): number;
}

/** From so many sockets on, what a message costs is the packets it becomes, not its transaction. */
const crowd = 100;
/** A chat with at least so many messages in a second is hot. */
const hotPerSecond = 5;
const secondMs = 1_000;
/**
 * Pause between the transactions of a hot chat with a crowd, ms. Long enough that its changes alone are not hot for the coalescer, which would collect them a
 * second time.
 */
const pauseMs = 250;

interface Beat {
  at: number;
  items: number;
}

interface Chat {
  /** transactions of the last second, oldest first */
  beats: Beat[];
  /** ends the pause */
  wake: (() => void) | undefined;
}

/**
 * Lets a hot chat that many look at commit four times a second at most: what comes meanwhile becomes one transaction and one packet for each of them, where it
 * would have been collected after the commit. Its senders wait for their answer an eighth of a second longer; everybody else for nothing.
 */
export class Pace {
  readonly #ports: PacePorts;
  readonly #chats = new Map<ChatId, Chat>();

  constructor(ports: PacePorts) {
    this.#ports = ports;
  }

  /** Resolves when the chat's next transaction may begin; undefined: now. */
  turn(c: ChatId): Promise<void> | undefined {
    if (this.#ports.audience(c) < crowd) return void this.#chats.delete(c);
    const { clock } = this.#ports;
    const chat = this.#chats.get(c) ?? { beats: [], wake: undefined };
    this.#chats.set(c, chat);
    const now = clock.now();
    // A clock that was set back begins anew.
    chat.beats = chat.beats.filter(({ at }) => at <= now && now - at < secondMs);
    const items = chat.beats.reduce((sum, beat) => sum + beat.items, 0);
    const wait = (chat.beats.at(-1)?.at ?? 0) + pauseMs - now;
    if (items < hotPerSecond || wait <= 0) return undefined;
    return new Promise((done) => {
      const stop = clock.after(wait, () => chat.wake?.());
      chat.wake = () => {
        stop();
        chat.wake = undefined;
        done();
      };
    });
  }

  /** A transaction with so many messages begins. */
  note(c: ChatId, items: number): void {
    this.#chats.get(c)?.beats.push({ at: this.#ports.clock.now(), items });
  }

  /** Waiting serves nothing any more: a whole transaction's worth is here. */
  hurry(c: ChatId): void {
    this.#chats.get(c)?.wake?.();
  }
}
