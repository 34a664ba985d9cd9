import type { Delta } from '#protocol/entities/chat.ts';
import type { ChatId } from '#protocol/ids.ts';
import { Heat } from './heat.ts';
import type { LiveClock } from './liveClock.ts';

export interface CoalescerPorts {
  readonly clock: LiveClock;
  /** Sends one packet with changes of one chat, oldest first and without holes. */
  emit(c: ChatId, deltas: Delta[]): void;
}

/** What a hot chat's changes are collected for, ms. */
const windowMs = 200;
/** Changes of one packet; more go at once. */
const packetMax = 100;

interface Waiting {
  deltas: Delta[];
  readonly heat: Heat;
  stop: (() => void) | undefined;
}

/**
 * Collects the changes of chats that change often into one packet each 200 ms: what a socket costs is the packet, not its length. A chat that is not hot
 * waits for nothing. The order of changes is kept; what is merged is told as one change only where nobody can see the difference.
 */
export class Coalescer {
  readonly #ports: CoalescerPorts;
  readonly #chats = new Map<ChatId, Waiting>();

  constructor(ports: CoalescerPorts) {
    this.#ports = ports;
  }

  push(c: ChatId, delta: Delta): void {
    const chat = this.#chats.get(c) ?? { deltas: [], heat: new Heat(), stop: undefined };
    this.#chats.set(c, chat);
    const now = this.#ports.clock.now();
    const isHot = chat.heat.isHot(now);
    chat.heat.note(now);
    append(chat.deltas, delta);
    if (!isHot && !chat.stop) return this.flush(c);
    if (chat.deltas.length >= packetMax) return this.flush(c);
    chat.stop ??= this.#ports.clock.after(windowMs, () => this.flush(c));
  }

  /** Sends what waits for this chat now. */
  flush(c: ChatId): void {
    const chat = this.#chats.get(c);
    if (!chat) return;
    chat.stop?.();
    chat.stop = undefined;
    if (chat.deltas.length === 0) return;
    const deltas = chat.deltas;
    chat.deltas = [];
    this.#ports.emit(c, deltas);
  }

  /** Nobody is in the chat here any more. */
  forget(c: ChatId): void {
    this.#chats.get(c)?.stop?.();
    this.#chats.delete(c);
  }

  stop(): void {
    for (const c of [...this.#chats.keys()]) this.forget(c);
  }
}

/** Changes that only bring new messages are one: its rows in order, its head the last one's. */
function append(deltas: Delta[], next: Delta): void {
  const last = deltas.at(-1);
  if (!last || last.b !== next.a || !isPlain(last) || !isPlain(next)) return void deltas.push(next);
  deltas[deltas.length - 1] = { ...next, a: last.a, rows: [...(last.rows ?? []), ...(next.rows ?? [])] };
}

const isPlain = ({ a, rows = [], rx, mem, meta, touch, del, reset }: Delta): boolean =>
  rows.length > 0 &&
  rows.every(({ s }) => s > a) &&
  [rx, mem, meta, touch, del, reset].every((part) => part === undefined);
