import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CachedRange, ChatSyncState } from '../changes.ts';
import { addSpan, advance, emptySync, hasCache, isFreshAt, raiseFloor, settleState, startAnew } from './spans.ts';

const sizes = { max: 30 };
const range = fc
  .tuple(fc.integer({ min: 1, ...sizes }), fc.nat(10), fc.integer({ min: 1, max: 40 }))
  .map(([from, length, rev]): CachedRange => ({ from, to: from + length, rev }));
const change = fc.oneof(
  fc.record({ t: fc.constant('add' as const), range }),
  fc.record({ t: fc.constant('advance' as const), by: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ t: fc.constant('anew' as const), gap: fc.integer({ min: 1, max: 5 }), back: fc.nat(3) }),
  fc.record({ t: fc.constant('floor' as const), floor: fc.integer({ min: 1, max: 30 }) }),
);

/** What the spans say, seq by seq: the rev each cached seq is true for. */
function revsOf(sync: ChatSyncState, upTo: number): Map<number, number> {
  const revs = new Map<number, number>();
  for (const { from, to, rev } of sync.ranges) for (let seq = from; seq <= to; seq += 1) revs.set(seq, rev);
  for (let seq = sync.tailFrom; seq <= upTo; seq += 1) revs.set(seq, sync.rev);
  return revs;
}

describe('spans', () => {
  it('M15: never overlap, stay in order, and say of each seq the newest that was told of it', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let sync: ChatSyncState = { rev: 30, state: 'fresh', tailFrom: 25, ranges: [] };
        const model = revsOf(sync, 100);
        for (const one of changes) {
          const upTo = 100;
          if (one.t === 'add') {
            const rev = Math.min(one.range.rev, sync.rev);
            for (let seq = one.range.from; seq <= one.range.to; seq += 1)
              model.set(seq, Math.max(rev, model.get(seq) ?? 0));
            sync = addSpan(sync, one.range);
          } else if (one.t === 'advance') {
            for (const [seq, rev] of model) if (rev >= sync.rev) model.set(seq, sync.rev + one.by);
            sync = advance(sync, sync.rev + one.by);
          } else if (one.t === 'anew') {
            const rev = sync.rev + one.gap;
            for (const seq of model.keys()) if (seq > sync.rev && seq >= sync.tailFrom) model.delete(seq);
            for (let seq = rev - one.back; seq <= upTo; seq += 1) model.set(seq, rev);
            sync = startAnew(sync, rev - one.back, rev);
          } else {
            for (const seq of model.keys()) if (seq < one.floor) model.delete(seq);
            if (one.floor > sync.rev + 1) for (const seq of model.keys()) if (seq > sync.rev) model.set(seq, sync.rev);
            sync = raiseFloor(sync, one.floor);
          }
          expect(revsOf(sync, upTo)).toEqual(new Map([...model].sort(([left], [right]) => left - right)));
          const edges = sync.ranges.flatMap(({ from, to }) => [from, to]);
          expect(edges).toEqual(edges.toSorted((left, right) => left - right));
          expect(sync.ranges.every(({ to }) => to < sync.tailFrom)).toBe(true);
        }
      }),
    );
  });

  it('M14: a page next to the tail becomes part of it, one apart from it a range', () => {
    const sync = { ...emptySync(50), state: 'fresh' as const, tailFrom: 40 };
    expect(addSpan(sync, { from: 30, to: 39, rev: 50 })).toMatchObject({ tailFrom: 30, ranges: [] });
    expect(addSpan(sync, { from: 20, to: 29, rev: 50 })).toMatchObject({
      tailFrom: 40,
      ranges: [{ from: 20, to: 29, rev: 50 }],
    });
    expect(addSpan(sync, { from: 30, to: 39, rev: 49 })).toMatchObject({
      tailFrom: 40,
      ranges: [{ from: 30, to: 39, rev: 49 }],
    });
  });

  it('M11: names the state, and the start when the tail reaches the floor', () => {
    expect(hasCache(emptySync(9))).toBe(false);
    expect(settleState(emptySync(9), 9, 0)).toMatchObject({ state: 'none' });
    expect(settleState(emptySync(9), 9, 0)).not.toHaveProperty('startSeq');
    expect(settleState(emptySync(0), 0, 0)).toMatchObject({ startSeq: 1 });
    const sync = { ...emptySync(9), tailFrom: 4 };
    expect(settleState(sync, 12, 0).state).toBe('behind');
    expect(settleState(sync, 9, 4)).toMatchObject({ state: 'fresh', startSeq: 4 });
  });

  it('a seq is fresh in the tail and in ranges that reach the watermark', () => {
    const sync = {
      ...emptySync(9),
      tailFrom: 8,
      ranges: [
        { from: 1, to: 2, rev: 9 },
        { from: 4, to: 5, rev: 7 },
      ],
    };
    expect([1, 3, 4, 7, 8, 20].map((seq) => isFreshAt(sync, seq))).toEqual([true, false, false, false, true, true]);
  });
});
