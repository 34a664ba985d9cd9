import { describe, expect, it } from 'vitest';
import { buildRow } from '#testing/builders/chatBuilders.ts';
import { toChatId } from '#protocol/casts.ts';
import type { FeedItem } from './FeedItem.ts';
import { toFeed } from './toFeed.ts';

const c = toChatId(7);
/** Rows whose ordinals run behind their seqs: every fifth rev was an edit or a reaction. */
const row = (s: number) => ({ ...buildRow(s, { at: s * 60_000 }), c, n: Math.floor((s * 4) / 5) });
const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => row(from + i));
const feed = (from: number, to: number, before: readonly FeedItem[] = []) =>
  toFeed(
    {
      messages: [...rows(1, from - 1), ...rows(to + 1, 200)],
      pending: [],
      overlays: new Map(),
      holes: from > to ? [] : [{ from, to }],
      unreadFrom: undefined,
      atEnd: true,
      me: 1,
    },
    before,
  );
const holeOf = (items: readonly FeedItem[]) => items.find(({ kind }) => kind === 'hole')?.hole;

describe('a gap', () => {
  it('says how many messages are missing, not how many changes, and since when', () => {
    expect(holeOf(feed(41, 140))).toMatchObject({ missing: 79, atFirst: 79, since: 40 * 60_000 });
  });

  it('remembers how many were missing at first, from whichever end it fills', () => {
    const first = feed(41, 140);
    const fromAbove = feed(41, 90, first);
    expect(holeOf(fromAbove)).toMatchObject({ missing: 39, atFirst: 79 });
    expect(holeOf(feed(66, 90, fromAbove))).toMatchObject({ atFirst: 79 });
    expect(holeOf(feed(91, 100, []))).toMatchObject({ atFirst: 7 });
  });

  it('is the same object while nothing about it changes', () => {
    const first = feed(41, 140);
    expect(feed(41, 140, first).find(({ kind }) => kind === 'hole')).toBe(first.find(({ kind }) => kind === 'hole'));
  });
});
