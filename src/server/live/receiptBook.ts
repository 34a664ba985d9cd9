import { countReaders, type Reader } from '#domain/receipts.ts';
import type { ReceiptSteps } from '#protocol/entities/receipt.ts';
import { encodeSteps } from './encodeSteps.ts';

/** A message as receipts see it. */
export interface CountedMessage {
  seq: number;
  mid: number;
}

/** What the book starts from: every reader (who left included) and the newest messages, ascending. */
export interface ReceiptSource {
  readers: Reader[];
  messages: CountedMessage[];
}

/** The steps describe this many newest messages. */
export const receiptWindow = 200;

/** Read counts of the newest messages of one chat, kept current by read moves and new messages. */
export class ReceiptBook {
  readonly #readers = new Map<number, Reader>();
  #messages: CountedMessage[];

  constructor(source: ReceiptSource) {
    for (const reader of source.readers) this.#readers.set(reader.mid, { ...reader });
    this.#messages = source.messages.slice(-receiptWindow);
  }

  /** A reader's position went forward; answers whether counts may differ. Who is not in the book joined unheard and is left to the next reload. */
  move(mid: number, readSeq: number): boolean {
    const known = this.#readers.get(mid);
    if (!known || known.readSeq >= readSeq) return false;
    this.#readers.set(mid, { ...known, readSeq });
    return true;
  }

  /** Somebody joined, perhaps again: he reads from there on. */
  join(mid: number, joinRev: number): void {
    const known = this.#readers.get(mid);
    if (known && known.joinRev >= joinRev) return;
    this.#readers.set(mid, { mid, joinRev, readSeq: Math.max(joinRev, known?.readSeq ?? 0) });
  }

  /** New messages of the chat; known ones are skipped. */
  add(messages: readonly CountedMessage[]): void {
    const last = this.#messages.at(-1)?.seq ?? 0;
    const fresh = messages.filter(({ seq }) => seq > last).sort((one, other) => one.seq - other.seq);
    this.#messages = [...this.#messages, ...fresh].slice(-receiptWindow);
  }

  steps(): ReceiptSteps {
    const readers = [...this.#readers.values()];
    // Not a staircase: the sender of each message is left out of its own count, so the numbers go up and down.
    return encodeSteps(this.#messages.map(({ seq, mid }) => [seq, countReaders(readers, seq, mid)]));
  }
}
