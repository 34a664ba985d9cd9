import type { ReceiptSteps } from '#protocol/entities/receipt.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LiveClock } from './liveClock.ts';
import { ReceiptBook, type CountedMessage, type ReceiptSource } from './receiptBook.ts';

export interface ReceiptsPorts {
  readonly clock: LiveClock;
  load(c: ChatId): Promise<ReceiptSource>;
  hasViewers(c: ChatId): boolean;
  /** The process is behind: what nobody waits for is told less often. */
  isLate(): boolean;
  emit(c: ChatId, v: number, steps: ReceiptSteps): void;
  failed(what: string, error: unknown): void;
}

/** At most one `rc` per chat in this time, ms. */
const emitMs = 1_000;
/** So much longer it waits for a packet to go along with, ms: a socket that is written to takes a second packet at a third of the cost. */
const rideMs = 250;
/** The same while the process is behind, ms. */
const lateEmitMs = 4 * emitMs;
/** A book that somebody looks at is read again after this time, ms: what a lost announcement spoiled does not last. */
const reloadMs = 60_000;

interface Entry {
  book: ReceiptBook | undefined;
  loading: Promise<void> | undefined;
  /** ends the wait for the next reading */
  stopRenewal: (() => void) | undefined;
  /** what happened while the book was being read */
  news: ((book: ReceiptBook) => boolean)[];
  stop: (() => void) | undefined;
  /** server clock at the last telling, ms */
  toldAt: number;
  sent: string;
  v: number;
}

/** Receipt books of the chats that somebody looks at. */
export class Receipts {
  readonly #ports: ReceiptsPorts;
  readonly #chats = new Map<ChatId, Entry>();

  constructor(ports: ReceiptsPorts) {
    this.#ports = ports;
  }

  /** Current steps for somebody who opens these chats, where there are any; the book of each is made at the first call. Other counts may be told while a book is being read: those of all are taken afterwards, or old ones would stand over these. */
  async open(chats: readonly ChatId[]): Promise<[ChatId, ReceiptSteps][]> {
    for (const c of chats) {
      const entry = this.#chats.get(c) ?? this.#add(c);
      if (!entry.book) await this.#load(c, entry);
    }
    return chats.flatMap((c): [ChatId, ReceiptSteps][] => {
      const steps = this.#chats.get(c)?.book?.steps() ?? [];
      return steps.length > 0 ? [[c, steps]] : [];
    });
  }

  /** The last viewer has gone. */
  close(c: ChatId): void {
    const entry = this.#chats.get(c);
    entry?.stop?.();
    entry?.stopRenewal?.();
    this.#chats.delete(c);
  }

  /** A reader's position went forward. */
  move(c: ChatId, mid: number, readSeq: number): void {
    this.#apply(c, (book) => book.move(mid, readSeq));
  }

  /** New messages, and who joined with the same change. */
  add(c: ChatId, messages: readonly CountedMessage[], joins: readonly { mid: number; joinRev: number }[]): void {
    if (messages.length === 0 && joins.length === 0) return;
    this.#apply(c, (book) => {
      for (const { mid, joinRev } of joins) book.join(mid, joinRev);
      book.add(messages);
      return messages.length > 0;
    });
  }

  /** Changes of the chat have just been sent: what is due goes along. */
  ride(c: ChatId): void {
    const entry = this.#chats.get(c);
    if (!entry?.stop || this.#dueIn(entry) > 0) return;
    entry.stop();
    this.#tell(c, entry);
  }

  /** Announcements may have been lost: reads every book again. */
  renewAll(): void {
    for (const [c, entry] of this.#chats) this.#renew(c, entry);
  }

  stop(): void {
    for (const c of this.#chats.keys()) this.close(c);
  }

  #add(c: ChatId): Entry {
    const entry: Entry = {
      book: undefined,
      loading: undefined,
      stopRenewal: undefined,
      news: [],
      stop: undefined,
      toldAt: 0,
      sent: '',
      v: 0,
    };
    this.#chats.set(c, entry);
    return entry;
  }

  #apply(c: ChatId, change: (book: ReceiptBook) => boolean): void {
    const entry = this.#chats.get(c);
    if (!entry) return;
    if (entry.loading) entry.news.push(change);
    if (entry.book && change(entry.book)) this.#schedule(c, entry);
  }

  #load(c: ChatId, entry: Entry): Promise<void> {
    entry.loading ??= this.#ports
      .load(c)
      .then((source) => {
        const book = new ReceiptBook(source);
        for (const apply of entry.news) apply(book);
        entry.book = book;
      })
      .finally(() => {
        entry.loading = undefined;
        entry.news = [];
        entry.stopRenewal?.();
        if (this.#chats.get(c) === entry)
          entry.stopRenewal = this.#ports.clock.after(reloadMs, () => this.#renew(c, entry));
      });
    return entry.loading;
  }

  #renew(c: ChatId, entry: Entry): void {
    if (!this.#ports.hasViewers(c)) return this.close(c);
    this.#load(c, entry).then(
      () => {
        if (this.#chats.get(c) === entry) this.#schedule(c, entry);
      },
      (error: unknown) => this.#ports.failed('receipts', error),
    );
  }

  #schedule(c: ChatId, entry: Entry): void {
    const wait = this.#dueIn(entry);
    entry.stop ??= this.#ports.clock.after(wait > 0 ? wait + rideMs : 0, () => this.#tell(c, entry));
  }

  #dueIn({ toldAt }: Entry): number {
    const pause = this.#ports.isLate() ? lateEmitMs : emitMs;
    // No longer than the pause itself, because the server's clock may be set back.
    return Math.min(pause, Math.max(0, toldAt + pause - this.#ports.clock.now()));
  }

  #tell(c: ChatId, entry: Entry): void {
    entry.stop = undefined;
    if (!this.#ports.hasViewers(c)) return this.close(c);
    const now = this.#ports.clock.now();
    entry.toldAt = now;
    const steps = entry.book?.steps() ?? [];
    const text = JSON.stringify(steps);
    if (text === entry.sent) return;
    entry.sent = text;
    // Of the clock, so that a client that changes nodes does not take the new node's first number for an old one.
    entry.v = Math.max(now, entry.v + 1);
    this.#ports.emit(c, entry.v, steps);
  }
}
