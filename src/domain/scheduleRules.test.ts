import { expect, it } from 'vitest';
import { limits } from '#protocol/limits.ts';
import { toScheduledCounts, wrongTime } from './scheduleRules.ts';

it('lets a message wait from ten seconds to a year', () => {
  const now = 1_000_000;
  expect(wrongTime(Number.NaN, now)).toBe('none');
  expect(wrongTime(now, now)).toBe('past');
  expect(wrongTime(now + limits.scheduleMinMs - 1, now)).toBe('past');
  expect(wrongTime(now + limits.scheduleMinMs, now)).toBeUndefined();
  expect(wrongTime(now + limits.scheduleMaxMs, now)).toBeUndefined();
  expect(wrongTime(now + limits.scheduleMaxMs + 1, now)).toBe('far');
});

it('reads counts, and takes nothing else for them', () => {
  expect(toScheduledCounts({ v: 3, l: [[7, 1, 0]] })).toEqual({ v: 3, l: [[7, 1, 0]] });
  expect(toScheduledCounts({ v: 3, l: [[7, 1], 'x', [7, '1', 0]] })).toEqual({ v: 3, l: [] });
  for (const wrong of [null, 5, 'x', [], { v: 1 }, { l: [] }, { v: '1', l: [] }])
    expect(toScheduledCounts(wrong)).toBeUndefined();
});
