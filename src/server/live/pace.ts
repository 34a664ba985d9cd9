import type { ChatId } from '#protocol/ids.ts';
import { Heat } from './heat.ts';
import type { LiveClock } from './liveClock.ts';

export interface PacePorts {
  readonly clock: LiveClock;
  /** How many sockets of this node get every packet of the chat. */
  audience(c: ChatId): number;
}

/** From so many sockets on, what a message costs is the packets it becomes, not its transaction. */
const crowd = 100;
/**
 * Pause between the transactions of a hot chat with a crowd, ms. Long enough that its changes alone are not hot for the coalescer, which would collect them a
 * second time.
 */
const pauseMs = 300;

interface Chat {
  readonly heat: Heat;
  /** ends the pause */
  wake: (() => void) | undefined;
}

/**
 * Lets a hot chat that many look at commit every 300 ms at most: what comes meanwhile becomes one transaction and one packet for each of them, where it
 * would have been collected after the commit. Its senders wait for their answer a seventh of a second longer; everybody else for nothing.
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
    const chat = this.#chats.get(c) ?? this.#add(c);
    const now = clock.now();
    if (!chat.heat.isHot(now)) return undefined;
    const wait = (chat.heat.lastAt ?? 0) + pauseMs - now;
    if (wait <= 0) return undefined;
    return new Promise((done) => {
      const stop = clock.after(wait, () => chat.wake?.());
      chat.wake = () => {
        stop();
        chat.wake = undefined;
        done();
      };
    });
  }

  #add(c: ChatId): Chat {
    const now = this.#ports.clock.now();
    for (const [id, { heat, wake }] of this.#chats) if (!wake && !heat.isHot(now)) this.#chats.delete(id);
    const chat: Chat = { heat: new Heat(), wake: undefined };
    this.#chats.set(c, chat);
    return chat;
  }

  /** A transaction with so many messages begins. */
  note(c: ChatId, items: number): void {
    this.#chats.get(c)?.heat.note(this.#ports.clock.now(), items);
  }

  /** Waiting serves nothing any more: a whole transaction's worth is here. */
  hurry(c: ChatId): void {
    this.#chats.get(c)?.wake?.();
  }
}
