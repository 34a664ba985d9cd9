import type { ReadState } from '#protocol/entities/receipt.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { FlushedRead } from '#server/storage/units/messages/flushReads.ts';
import type { LiveClock } from './liveClock.ts';

/** A wish to move a read position forward. */
export interface ReadWish {
  c: ChatId;
  user: UserId;
  seq: number;
}

export interface ReadMarksPorts {
  readonly clock: LiveClock;
  /** Writes all wishes in one transaction, clamped to the newest message. Answers where each reader stands now; who is not a member is left out. */
  flush(wishes: ReadWish[]): Promise<FlushedRead[]>;
  /** Positions that others are to hear of, after they are durable. */
  tell(reads: FlushedRead[]): void;
}

/** At most one flush in this time, ms; the first mark after a pause does not wait. */
const flushMs = 500;

interface Pending {
  wish: ReadWish;
  waiters: { resolve: (state: ReadState | undefined) => void; reject: (error: unknown) => void }[];
}

/** Read positions, written behind: many marks of a second become one statement. An answered mark is durable. */
export class ReadMarks {
  readonly #ports: ReadMarksPorts;
  #pending = new Map<string, Pending>();
  #stop: (() => void) | undefined;
  #nextAt = 0;
  #flushing: Promise<void> = Promise.resolve();

  constructor(ports: ReadMarksPorts) {
    this.#ports = ports;
  }

  /** Resolves after the flush with the reader's state, undefined for chats he is not in. Rejects with UNAVAILABLE when it could not be written. */
  mark(wish: ReadWish): Promise<ReadState | undefined> {
    const key = `${wish.c}:${wish.user}`;
    const pending = this.#pending.get(key) ?? { wish: { ...wish }, waiters: [] };
    pending.wish.seq = Math.max(pending.wish.seq, wish.seq);
    this.#pending.set(key, pending);
    const { clock } = this.#ports;
    this.#stop ??= clock.after(Math.max(0, Math.min(flushMs, this.#nextAt - clock.now())), () => void this.flush());
    return new Promise((resolve, reject) => pending.waiters.push({ resolve, reject }));
  }

  /** Writes what waits, now. Flushes follow one another, so that positions are announced in the order they were written. */
  flush(): Promise<void> {
    this.#stop?.();
    this.#stop = undefined;
    if (this.#pending.size === 0) return this.#flushing;
    this.#nextAt = this.#ports.clock.now() + flushMs;
    const batch = this.#pending;
    this.#pending = new Map();
    this.#flushing = this.#flushing.then(() => this.#write(batch));
    return this.#flushing;
  }

  async #write(batch: Map<string, Pending>): Promise<void> {
    try {
      const answers = await this.#ports.flush([...batch.values()].map(({ wish }) => wish));
      const news = answers.filter(({ isNews }) => isNews);
      if (news.length > 0) this.#ports.tell(news);
      const states = new Map(answers.map((answer) => [`${answer.state[0]}:${answer.userId}`, answer.state]));
      for (const [key, { waiters }] of batch) for (const waiter of waiters) waiter.resolve(states.get(key));
    } catch (cause) {
      const error = cause instanceof AppError ? cause : new AppError('UNAVAILABLE', { cause });
      for (const { waiters } of batch.values()) for (const waiter of waiters) waiter.reject(error);
    }
  }
}
