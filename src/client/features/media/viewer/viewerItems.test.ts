import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { indexOfItem, viewerItems } from './viewerItems.ts';

const part = (name: string): MediaPart => ({ id: name.padEnd(22, '_') as MediaId, t: 'i', z: 1 });
const entry = (s: number, count: number) => ({
  s,
  u: 1,
  at: s * 1_000,
  f: Array.from({ length: count }, (_, at) => part(`${s}-${at}`)),
});
const entriesOf = fc
  .uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 40 })
  .chain((seqs) => fc.tuple(...seqs.map((s) => fc.integer({ min: 1, max: 5 }).map((count) => entry(s, count)))));

describe('what a viewer goes through', () => {
  it('is every part of every message once, the oldest message first and each in its own order', () => {
    fc.assert(
      fc.property(entriesOf, fc.nat(600), (entries, s) => {
        const first = entries.find((one) => one.s === s) ?? entry(s + 1_000, 2);
        const items = viewerItems(first, entries);
        const all = [...new Map([...entries, first].map((one) => [one.s, one])).values()];
        expect(items).toHaveLength(all.reduce((sum, { f }) => sum + f.length, 0));
        expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
        const order = items.map((item) => (item.s ?? 0) * 10 + item.index);
        expect(order).toEqual(order.toSorted((one, other) => one - other));
        expect(items.every(({ index, total }) => index >= 1 && index <= total)).toBe(true);
      }),
    );
  });

  it('has what is on its way at the end, and once when it has arrived: the one that is looked at is found again', () => {
    fc.assert(
      fc.property(entriesOf, fc.integer({ min: 1, max: 4 }), fc.nat(3), (entries, count, at) => {
        const pending = { ...entry(9_000, count), s: undefined };
        const before = viewerItems(pending, entries);
        expect(before.slice(-count).map(({ s }) => s)).toEqual(Array.from({ length: count }, () => undefined));
        const looked = before.at(-1 - (at % count));
        const after = viewerItems(pending, [entry(9_000, count), ...entries]);
        expect(after).toHaveLength(before.length);
        const found = after[indexOfItem(after, looked!)];
        expect([found?.part?.id, found?.s]).toEqual([looked?.part?.id, 9_000]);
      }),
    );
  });

  it('loses what is gone', () => {
    const items = viewerItems(entry(5, 1), [entry(4, 2)]);
    expect(indexOfItem(items, { key: '9:x', part: part('x') })).toBe(-1);
  });
});
