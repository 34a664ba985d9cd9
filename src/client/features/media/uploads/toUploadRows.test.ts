import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePhoto, sendingMedia } from '#testing/sampleMedia.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { UploadRow } from '#sync/changes.ts';
import { totalsOf, toUploadRows } from './toUploadRows.ts';

const rows = fc.array(
  fc.record({
    state: fc.constantFrom<UploadRow['state'][]>('waiting', 'going', 'up', 'failed', 'gone'),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    first: fc.option(fc.integer({ min: 1, max: 1_000 }), { nil: undefined }),
    paused: fc.option(fc.constant(1 as const), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 10 },
);

function listOf(each: readonly object[]) {
  const parts = each.map((_, at) => samplePhoto(`p${at}`));
  const { entry, uploads } = sendingMedia(parts, each);
  return toUploadRows([entry], new Map<MediaId, UploadRow>(uploads.map((row) => [row.id, row])));
}

describe('files on their way', () => {
  it('are listed once each, those put first before the others, the latest wish first, and failed ones last', () => {
    fc.assert(
      fc.property(rows, (each) => {
        const items = listOf(each);
        expect(items).toHaveLength(each.filter(({ state }) => state !== 'gone').length);
        expect(new Set(items.map(({ part }) => part.id)).size).toBe(items.length);
        const states = items.map(({ progress }) => progress.state === 'failed');
        expect(states).toEqual(states.toSorted((one, other) => Number(one) - Number(other)));
        const wish = new Map(each.map(({ first }, at) => [samplePhoto(`p${at}`).id, first ?? 0]));
        const wishes = items
          .filter(({ progress }) => progress.state !== 'failed')
          .map(({ part }) => wish.get(part.id) ?? 0);
        expect(wishes).toEqual(wishes.toSorted((one, other) => other - one));
      }),
    );
  });

  it('are never more than all together, and can be stopped or go on if any of them can', () => {
    fc.assert(
      fc.property(rows, (each) => {
        const items = listOf(each);
        const totals = totalsOf(items);
        expect(totals.sent).toBeLessThanOrEqual(totals.bytes);
        expect(totals.count).toBe(items.filter(({ progress }) => progress.state !== 'failed').length);
        expect(totals.canPause).toBe(items.some(({ progress: { state } }) => state === 'waiting' || state === 'going'));
        expect(totals.canResume).toBe(items.some(({ progress: { state } }) => state === 'paused'));
      }),
    );
  });
});
