import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberState } from '#protocol/entities/memberState.ts';
import { floorOf } from './floorOf.ts';
import { previewOf } from './previewOf.ts';
import { randomId } from './randomId.ts';
import type { HeadRow, MessageRow } from './rowTypes.ts';
import { toHead } from './toHead.ts';
import { toHeadFor } from './toHeadFor.ts';
import { valuesTable } from './valuesTable.ts';

const head = (more: Partial<HeadRow>): HeadRow => ({
  chat_id: 1,
  rev: 9,
  n: 3,
  last_seq: 8,
  bump_at: 5,
  last_at: 6,
  last_msg: JSON.stringify({ s: 8, u: 1, k: 1, x: 'secret', at: 5 }),
  members: 2,
  mrev: 4,
  live_floor: 0,
  min_seq: 0,
  min_n: 0,
  ma: '[]',
  floor_day: null,
  ...more,
});
const message = (x: string): MessageRow =>
  ({ seq: 8, sender_mid: 1, kind: 1, created_at: 5, deleted_at: null, body: JSON.stringify({ x }) }) as MessageRow;

describe('what may be seen', () => {
  it('is nothing for whoever is not joined, whatever their row says', () => {
    for (const state of [memberState.invited, memberState.left, memberState.kicked, memberState.banned]) {
      const floor = floorOf({ state, floor_seq: 0, clear_seq: 0 }, { min_seq: 0 });
      expect(floor).toBe(Number.MAX_SAFE_INTEGER);
      expect(toHeadFor(head({}), floor)).not.toHaveProperty('l');
    }
  });

  it('begins at the highest of join, clearing and retention', () => {
    const bound = fc.nat(50);
    fc.assert(
      fc.property(bound, bound, bound, bound, (floor_seq, clear_seq, min_seq, seq) => {
        const floor = floorOf({ state: memberState.joined, floor_seq, clear_seq }, { min_seq });
        const isSeen = seq >= floor_seq && seq >= min_seq && (clear_seq === 0 || seq > clear_seq);
        expect(seq >= floor).toBe(isSeen);
      }),
    );
  });

  it('leaves the preview out of a shared head while somebody may not see it, and out of a personal one below the own floor', () => {
    expect(toHead(head({ live_floor: 9 }))).not.toHaveProperty('l');
    expect(toHead(head({ live_floor: 8 })).l).toMatchObject({ x: 'secret' });
    expect(toHeadFor(head({ live_floor: 9 }), 8).l).toMatchObject({ x: 'secret' });
    expect(toHeadFor(head({ live_floor: 0 }), 9)).not.toHaveProperty('l');
    expect(toHead(head({ ma: '[7,3]' })).ma).toEqual([7, 3]);
  });
});

describe('a preview', () => {
  it('is at most 120 units of whole characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (x) => {
        const preview = previewOf(message(x), { x }).x ?? '';
        expect(preview.length).toBeLessThanOrEqual(120);
        expect(x.startsWith(preview)).toBe(true);
        expect(preview.isWellFormed()).toBe(true);
        expect(preview.length).toBeGreaterThanOrEqual(Math.min(x.length, 119));
      }),
    );
  });
});

describe('parameters', () => {
  it('fill a table of values up to a power of two with nulls', () => {
    expect(
      valuesTable(
        ['bigint', 'text'],
        [
          [1, 'a'],
          [2, 'b'],
          [3, 'c'],
        ],
      ),
    ).toEqual({
      text: Array.from({ length: 4 }, () => '(CAST(? AS bigint), CAST(? AS text))').join(', '),
      params: [1, 'a', 2, 'b', 3, 'c', null, null],
    });
  });

  it('ids are safe numbers of 53 bits and do not repeat', () => {
    const ids = Array.from({ length: 5_000 }, randomId);
    expect(ids.every((id) => Number.isSafeInteger(id) && id > 0)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.max(...ids)).toBeGreaterThan(2 ** 52);
  });
});
