import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalChat } from '#sync/changes.ts';
import { cachedSpans, holesIn, spanAt } from './cachedSpans.ts';

const chat = (ls: number, sync: Partial<LocalChat['sync']>): LocalChat =>
  ({ head: { ls }, sync: { rev: ls, state: 'fresh', tailFrom: ls + 1, ranges: [], ...sync } }) as unknown as LocalChat;

describe('cachedSpans', () => {
  it('joins neighbours and ends the tail at Infinity', () => {
    const it = chat(20, {
      tailFrom: 11,
      ranges: [
        { from: 2, to: 4, rev: 1 },
        { from: 6, to: 10, rev: 3 },
      ],
    });
    expect(cachedSpans(it)).toEqual([
      { from: 2, to: 4 },
      { from: 6, to: Infinity },
    ]);
  });

  it('knows no tail before the first sync, except of a chat in which nobody has written', () => {
    expect(spanAt(chat(20, { state: 'none', tailFrom: 21 }), 30)).toBeUndefined();
    expect(spanAt(chat(0, { state: 'none', tailFrom: 1, startSeq: 1 }), 1)).toEqual({ from: 0, to: Infinity });
  });

  it('reaches down to zero where the first visible message is cached', () => {
    expect(cachedSpans(chat(9, { tailFrom: 5, startSeq: 5 }))).toEqual([{ from: 0, to: Infinity }]);
  });

  it('cuts a window into cached seqs and holes, without overlap and without anything left over', () => {
    const range = fc.record({ from: fc.integer({ min: 1, max: 30 }), size: fc.nat(6) });
    fc.assert(
      fc.property(
        fc.array(range, { maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(40),
        (raw, tailFrom, from) => {
          const ranges = raw
            .map(({ from: start, size }) => ({ from: start, to: start + size, rev: 1 }))
            .toSorted((a, b) => a.from - b.from)
            .filter((part, i, all) => part.to < tailFrom && all.slice(0, i).every((before) => before.to < part.from));
          const it = chat(40, { tailFrom, ranges });
          const holes = holesIn(it, { from, to: Infinity });
          for (let seq = from; seq <= 40; seq += 1) {
            const isHole = holes.some((hole) => hole.from <= seq && seq <= hole.to);
            expect(isHole).toBe(spanAt(it, seq) === undefined);
          }
        },
      ),
    );
  });
});
