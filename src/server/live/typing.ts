import type { ChatId, MemberId } from '#protocol/ids.ts';
import type { DeliveryPort } from './deliveryPort.ts';
import type { LiveClock } from './liveClock.ts';
import { roomOf } from './roomOf.ts';

/** At most one event per chat in this time, ms. */
const mergeMs = 1_000;
/** A person counts as typing this long after the last sign, ms. */
const expireMs = 6_000;
const namesMax = 3;
/** With more viewers than this, typing says nothing and costs much. */
const viewersMax = 200;

interface Typists {
  until: Map<MemberId, number>;
  stop: (() => void) | undefined;
  /** earliest next event, ms */
  next: number;
}

/** Tells those who look at a chat who is typing. Nothing is stored, losing an event harms nobody. */
export class Typing {
  readonly #delivery: DeliveryPort;
  readonly #clock: LiveClock;
  readonly #chats = new Map<ChatId, Typists>();

  constructor(delivery: DeliveryPort, clock: LiveClock) {
    this.#delivery = delivery;
    this.#clock = clock;
  }

  /** A sign that this person types. */
  note(c: ChatId, who: MemberId): void {
    const viewers = this.#delivery.roomSize(roomOf.open(c));
    if (viewers === 0 || viewers > viewersMax) return;
    const chat = this.#chats.get(c) ?? { until: new Map(), stop: undefined, next: 0 };
    this.#chats.set(c, chat);
    const now = this.#clock.now();
    // Delete first: the most recent sign comes last, and the last names are the ones that are shown.
    chat.until.delete(who);
    chat.until.set(who, now + expireMs);
    // No longer than the pause itself, because the server's clock may be set back.
    const wait = Math.min(mergeMs, Math.max(0, chat.next - now));
    chat.stop ??= this.#clock.after(wait, () => this.#tell(c, chat));
  }

  /** The person's message arrived: he is not typing any more. */
  clear(c: ChatId, who: MemberId): void {
    this.#chats.get(c)?.until.delete(who);
  }

  /** The last viewer has gone. */
  forget(c: ChatId): void {
    this.#chats.get(c)?.stop?.();
    this.#chats.delete(c);
  }

  stop(): void {
    for (const chat of this.#chats.values()) chat.stop?.();
    this.#chats.clear();
  }

  #tell(c: ChatId, chat: Typists): void {
    chat.stop = undefined;
    const now = this.#clock.now();
    for (const [who, until] of chat.until) if (until <= now) chat.until.delete(who);
    if (chat.until.size === 0) return void this.#chats.delete(c);
    const who = [...chat.until.keys()];
    const us = who.slice(-namesMax);
    const more = who.length - us.length;
    chat.next = now + mergeMs;
    const data = { c, us, ...(more > 0 ? { more } : {}) };
    this.#delivery.emitSignal({ room: roomOf.open(c) }, 'typing', data, { volatile: true });
  }
}
