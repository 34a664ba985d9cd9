import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { AppError, type ErrorCode } from '#protocol/errors.ts';
import type { ChatChange } from '#server/storage/units/chats/chatChange.ts';
import type { LiveClock } from './liveClock.ts';

/** A wish to set one's one reaction on a message; null takes it back. */
export interface ReactionWish {
  user: UserId;
  seq: number;
  emoji: string | null;
  op: OpId;
}

/** A wish to vote about a message; no answer takes the vote back. */
export interface VoteWish {
  user: UserId;
  seq: number;
  choice: readonly number[];
  op: OpId;
}

/** What became of one wish: the rev it got (or had, for a repeated op), or the refusal. */
export type WishOutcome = { r: number } | { code: ErrorCode };

export interface WishesPorts<Wish> {
  readonly clock: LiveClock;
  /** Writes the wishes of one chat in one transaction: one rev per touched message. Outcomes in the order of the wishes. */
  write(c: ChatId, wishes: Wish[]): Promise<{ outcomes: WishOutcome[]; change?: ChatChange | undefined }>;
  committed(change: ChatChange): void;
}

/** At most one commit per chat in this time, ms: a popular message costs four revs a second, not a hundred. The first after a pause does not wait. */
const collectMs = 250;

interface Waiting<Wish> {
  wish: Wish;
  resolve: (r: number) => void;
  reject: (error: unknown) => void;
}

/** Collects per chat what people hang on messages, reactions or votes, and commits it together. */
export class Wishes<Wish> {
  readonly #ports: WishesPorts<Wish>;
  readonly #waiting = new Map<ChatId, { items: Waiting<Wish>[]; stop: () => void }>();
  readonly #writing = new Set<Promise<void>>();

  constructor(ports: WishesPorts<Wish>) {
    this.#ports = ports;
  }

  /** Resolves with the rev of the change after it is committed; rejects with the refusal. */
  wish(c: ChatId, wish: Wish): Promise<number> {
    let chat = this.#waiting.get(c);
    if (!chat) {
      chat = { items: [], stop: this.#ports.clock.after(0, () => this.#flush(c)) };
      this.#waiting.set(c, chat);
    }
    const { items } = chat;
    return new Promise((resolve, reject) => items.push({ wish, resolve, reject }));
  }

  /** Commits everything that waits. */
  async flush(): Promise<void> {
    for (const [c, { stop }] of this.#waiting) {
      stop();
      this.#flush(c);
    }
    await Promise.all(this.#writing);
  }

  /** Commits what waits for one chat; what comes within the pause after it is collected. */
  #flush(c: ChatId): void {
    const chat = this.#waiting.get(c);
    if (!chat || chat.items.length === 0) return void this.#waiting.delete(c);
    this.#waiting.set(c, { items: [], stop: this.#ports.clock.after(collectMs, () => this.#flush(c)) });
    const writing = this.#write(c, chat.items);
    this.#writing.add(writing);
    void writing.finally(() => this.#writing.delete(writing));
  }

  async #write(c: ChatId, items: Waiting<Wish>[]): Promise<void> {
    try {
      const { outcomes, change } = await this.#ports.write(
        c,
        items.map(({ wish }) => wish),
      );
      if (change) this.#ports.committed(change);
      for (const [index, { resolve, reject }] of items.entries()) {
        const outcome = outcomes[index];
        if (!outcome) reject(new AppError('INTERNAL'));
        else if ('code' in outcome) reject(new AppError(outcome.code));
        else resolve(outcome.r);
      }
    } catch (cause) {
      const error = cause instanceof AppError ? cause : new AppError('UNAVAILABLE', { cause });
      for (const { reject } of items) reject(error);
    }
  }
}
