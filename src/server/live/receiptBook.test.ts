import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countReaders, readCountAt, type Reader } from '#domain/receipts.ts';
import { ReceiptBook, receiptWindow, type CountedMessage } from './receiptBook.ts';

/** What happens in a chat of which somebody looks at the receipts. */
type Event = { t: 'read'; who: number; upTo: number } | { t: 'send'; who: number } | { t: 'join'; who: number };

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ t: fc.constant('read' as const), who: fc.nat(7), upTo: fc.nat(400) }) },
  { weight: 4, arbitrary: fc.record({ t: fc.constant('send' as const), who: fc.nat(7) }) },
  { weight: 1, arbitrary: fc.record({ t: fc.constant('join' as const), who: fc.nat(7) }) },
);

describe('receipt book', () => {
  it('counts as going through all members does, for any order of reading, sending and joining', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 300 }), fc.nat(60), (events, cut) => {
        const readers = new Map<number, Reader>();
        const messages: CountedMessage[] = [];
        let book: ReceiptBook | undefined;
        let rev = 0;
        for (const [index, one] of events.entries()) {
          if (index === cut) book = new ReceiptBook({ readers: [...readers.values()], messages: [...messages] });
          if (one.t === 'send') {
            rev += 1;
            messages.push({ seq: rev, mid: one.who });
            book?.add([{ seq: rev, mid: one.who }]);
          } else if (one.t === 'join') {
            rev += 1;
            readers.set(one.who, { mid: one.who, joinRev: rev, readSeq: rev });
            book?.join(one.who, rev);
          } else {
            const known = readers.get(one.who);
            const readSeq = Math.min(one.upTo, rev);
            if (!known || readSeq <= known.readSeq) continue;
            readers.set(one.who, { ...known, readSeq });
            book?.move(one.who, readSeq);
          }
        }
        if (!book) return;
        const steps = book.steps();
        for (const { seq, mid } of messages.slice(-receiptWindow))
          expect(readCountAt(steps, seq)).toBe(countReaders([...readers.values()], seq, mid));
        for (const [index, [, count]] of steps.entries()) expect(count).not.toBe(steps[index - 1]?.[1]);
      }),
    );
  });

  it('says whether anything changed, so that nothing is sent for nothing', () => {
    const book = new ReceiptBook({ readers: [{ mid: 1, joinRev: 0, readSeq: 5 }], messages: [] });
    expect(book.move(1, 5)).toBe(false);
    expect(book.move(2, 9)).toBe(false);
    expect(book.move(1, 6)).toBe(true);
  });
});
