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

  /** A reader moved forward or (re)joined; answers whether counts may differ. */
  move(reader: Reader): boolean {
    const known = this.#readers.get(reader.mid);
    if (known && known.readSeq >= reader.readSeq && known.joinRev >= reader.joinRev) return false;
    this.#readers.set(reader.mid, {
      mid: reader.mid,
      readSeq: Math.max(reader.readSeq, known?.readSeq ?? 0),
      joinRev: Math.max(reader.joinRev, known?.joinRev ?? 0),
    });
    return true;
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
