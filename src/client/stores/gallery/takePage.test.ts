import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { LocalMessage } from '#sync/changes.ts';
import { localRow } from '#testing/localRows.ts';
import { emptyGallery, type GalleryEntry, type GalleryState } from './GalleryState.ts';
import { inOrder, takePage, takeRows, toGalleryEntry, withoutSeqs } from './takePage.ts';
import { monthOf, monthSpan } from './monthOf.ts';
import { toMonths } from './toMonths.ts';

const dayMs = 86_400_000;
const begin = new Date(2026, 0, 10).getTime();
/** A message a day: seqs and times go together, as in a chat. */
const timeOf = (s: number): number => begin + s * dayMs;
const part = (s: number, at: number, t: MediaPart['t'] = 'i'): MediaPart => ({
  id: `${s}-${at}`.padEnd(22, '_') as MediaId,
  t,
  z: 1,
});
const entry = (s: number, count = 1): GalleryEntry => ({
  s,
  u: 1,
  at: timeOf(s),
  f: Array.from({ length: count }, (_, at) => part(s, at)),
});
const row = (s: number, more: object): LocalMessage => ({ ...localRow(s), at: timeOf(s), ...more }) as LocalMessage;
const pictureRow = (s: number, count = 1): LocalMessage =>
  row(s, { k: messageKind.media, b: { f: Array.from({ length: count }, (_, at) => part(s, at)) } });
const withEntries = (entries: readonly GalleryEntry[]): GalleryState => ({ ...emptyGallery('pictures'), entries });
const seqSets = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 60 });
const seqsOf = (state: Pick<GalleryState, 'entries'>): number[] => state.entries.map(({ s }) => s);
const descending = (seqs: Iterable<number>): number[] => [...new Set(seqs)].toSorted((one, other) => other - one);

/** The server of a chat: answers a page of a month as `media.list` does. */
function pageOf(all: readonly number[], month: string, before: number | undefined, limit: number) {
  const { from, to } = monthSpan(month);
  const seqs = descending(all).filter(
    (s) => timeOf(s) >= from && timeOf(s) < to && s < (before ?? Number.MAX_SAFE_INTEGER),
  );
  const items = seqs.slice(0, limit).map((s) => entry(s));
  return { items, from, to, before, isLast: seqs.length <= limit };
}

describe('what is known of a gallery', () => {
  it('is in the end what the server has, whatever this device had and however it is paged', () => {
    fc.assert(
      fc.property(seqSets, seqSets, fc.integer({ min: 1, max: 9 }), (served, stale, limit) => {
        let state = withEntries(inOrder(stale.map((s) => entry(s))));
        const months = new Set([...served, ...stale].map((s) => monthOf(timeOf(s))));
        for (const month of months) {
          let before: number | undefined;
          for (let isLast = false; !isLast;) {
            const page = pageOf(served, month, before, limit);
            state = takePage(state, page);
            ({ isLast } = page);
            before = page.items.at(-1)?.s;
          }
        }
        expect(seqsOf(state)).toEqual(descending(served));
      }),
    );
  });

  it('keeps what a page says nothing about', () => {
    fc.assert(
      fc.property(seqSets, seqSets, fc.integer({ min: 1, max: 9 }), (served, had, limit) => {
        const [some] = served;
        if (some === undefined) return;
        const page = pageOf(served, monthOf(timeOf(some)), undefined, limit);
        const lowest = page.isLast ? 0 : (page.items.at(-1)?.s ?? 0);
        const state = takePage(withEntries(inOrder(had.map((s) => entry(s)))), page);
        const untouched = had.filter((s) => timeOf(s) < page.from || timeOf(s) >= page.to || s < lowest);
        expect(seqsOf(state)).toEqual(descending([...untouched, ...page.items.map(({ s }) => s)]));
      }),
    );
  });

  it('follows the messages of this device: new ones come, what is unsent leaves, the same twice changes nothing', () => {
    fc.assert(
      fc.property(seqSets, seqSets, seqSets, (had, came, gone) => {
        const rows = [
          ...came.filter((s) => !gone.includes(s)).map((s) => pictureRow(s, 2)),
          ...gone.map((s) => row(s, { del: 1, b: undefined })),
        ];
        const state = takeRows(withEntries(inOrder(had.map((s) => entry(s)))), rows);
        expect(seqsOf(state)).toEqual(descending([...had, ...came].filter((s) => !gone.includes(s))));
        for (const { s, f } of state.entries) if (came.includes(s)) expect(f).toHaveLength(2);
        expect(takeRows(state, rows).entries).toEqual(state.entries);
      }),
    );
  });

  it('leaves out what is hidden, and what is before the person’s time', () => {
    fc.assert(
      fc.property(seqSets, seqSets, fc.integer({ min: 0, max: 220 }), (had, hidden, floor) => {
        const left = withoutSeqs(inOrder(had.map((s) => entry(s))), new Set(hidden), floor);
        expect(left.map(({ s }) => s)).toEqual(descending(had.filter((s) => s >= floor && !hidden.includes(s))));
      }),
    );
  });

  it('is of its kind only', () => {
    const mixed = row(1, {
      k: messageKind.media,
      b: { f: [part(1, 0), part(1, 1, 'f'), part(1, 2, 'a'), part(1, 3, 'v')], x: 'https://a.example' },
    });
    expect(toGalleryEntry(mixed, 'pictures')?.f?.map(({ t }) => t)).toEqual(['i', 'v']);
    expect(toGalleryEntry(mixed, 'files')?.f?.map(({ t }) => t)).toEqual(['f']);
    expect(toGalleryEntry(mixed, 'voice')?.f?.map(({ t }) => t)).toEqual(['a']);
    expect(toGalleryEntry(mixed, 'links')).toBeUndefined();
    const text = row(2, { k: messageKind.text, b: { x: 'see https://a.example.' } });
    expect(toGalleryEntry(text, 'links')?.l).toEqual(['https://a.example']);
    expect(toGalleryEntry(text, 'pictures')).toBeUndefined();
    // What its newest state says is not here yet.
    expect(toGalleryEntry({ ...mixed, need: 9 }, 'pictures')).toBeUndefined();
  });
});

describe('months', () => {
  it('have every thing once, the newest first, and are never said to have less than is known', () => {
    fc.assert(
      fc.property(seqSets, fc.integer({ min: 1, max: 4 }), fc.nat(50), (had, each, served) => {
        const entries = inOrder(had.map((s) => entry(s, each)));
        const counts = new Map(entries.slice(0, 1).map(({ at }) => [monthOf(at), [served]]));
        const months = toMonths({ ...withEntries(entries), counts });
        const items = months.flatMap((month) => month.items);
        expect(items).toHaveLength(had.length * each);
        expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
        const order = items.map(({ s, index }) => (s ?? 0) * 10 + index);
        expect(order).toEqual(order.toSorted((one, other) => other - one));
        expect(months.map(({ month }) => month)).toEqual(
          months
            .map(({ month }) => month)
            .toSorted()
            .toReversed(),
        );
        for (const month of months) {
          expect(month.count).toBeGreaterThanOrEqual(month.items.length);
          const { from, to } = monthSpan(month.month);
          for (const { at } of month.items) expect(at >= from && at < to).toBe(true);
        }
      }),
    );
  });

  it('that are whole have exactly what is known of them, and none is empty', () => {
    const state = {
      ...withEntries([entry(3)]),
      counts: new Map([
        [monthOf(timeOf(3)), [9]],
        ['2025-01', [0]],
      ]),
    };
    expect(toMonths(state).map(({ count }) => count)).toEqual([9]);
    expect(toMonths({ ...state, whole: new Set([monthOf(timeOf(3))]) }).map(({ count }) => count)).toEqual([1]);
  });
});
